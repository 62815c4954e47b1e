import { Prisma } from '@timedesk/prisma/client'
import type { EventPayload } from '@timedesk/contracts/events'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import type { LinkKind } from './link-kinds.ts'

/** A case as the log of another one tells of it. */
export type Named = { id: string; number: number; subject: string; customerId: string }

/** The case that meets a condition on `c`. */
export async function findNamed(tx: Tx, condition: Prisma.Sql): Promise<Named | undefined> {
  const [row] = await tx.rows<Named>(
    Prisma.sql`SELECT c.id, c.number, c.subject, c.customer_id AS "customerId" FROM support_case c WHERE ${condition}`,
  )
  return row
}

type Role = Extract<EventPayload, { type: 'case.linked' }>['role']

/** What the other case is to each end: to the one that the link is from, and to the one that it leads to. */
const rolesOf: Record<LinkKind, [Role, Role]> = {
  parent: ['parent', 'child'],
  follow_up: ['earlier', 'later'],
  duplicate: ['original', 'duplicate'],
  blocks: ['blocked_by', 'blocks'],
  relates: ['related', 'related'],
  incident: ['problem', 'incident'],
}

/** Has the log of both cases tell that they are linked, or no longer. */
export async function tellLinked(
  tx: Tx,
  context: Acting,
  type: 'case.linked' | 'case.unlinked',
  { kind, from, to }: { kind: LinkKind; from: Named; to: Named },
): Promise<void> {
  const [toFrom, toTo] = rolesOf[kind]
  for (const [own, other, role] of [
    [from, to, toFrom],
    [to, from, toTo],
  ] as const) {
    const about = { kind: 'case', id: own.id, caseId: own.id, customerId: own.customerId } as const
    const told = { kind, role, number: other.number }
    await appendEvents(tx, context, about, [
      type === 'case.linked' ? { type, ...told, subject: other.subject } : { type, ...told },
    ])
  }
}
