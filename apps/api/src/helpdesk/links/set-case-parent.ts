import type { setCaseParent as contract } from '@timedesk/contracts/case-links'
import { LINKED_CASES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { CaseWorker, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { lockCase, refusedReference } from '../lock-case.ts'

type Named = { id: string; number: number; subject: string; customerId: string }

/**
 * Puts a case below another, takes it out from there with null, or moves it. Both logs tell of it. Refuses with
 * `reference_refused` a case that does not exist, with `tree_cycle` one that hangs below it, and with `link_refused`
 * more cases below one than there may be.
 */
export async function setCaseParent(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, parentId }: { caseId: string } & z.output<typeof contract.body>,
): Promise<void> {
  // One at a time: two links at once could hang two cases below each other.
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('case tree'))`)
  await lockCase(tx, caseId)
  const own = await findNamed(tx, Prisma.sql`c.id = ${caseId}::uuid`)
  const before = await findNamed(
    tx,
    Prisma.sql`c.id = (SELECT other_id FROM case_link WHERE case_id = ${caseId}::uuid AND kind = 'parent')`,
  )
  if (own === undefined || before?.id === (parentId ?? undefined)) return
  const after = parentId === null ? undefined : await findParent(tx, caseId, parentId)

  await tx.rows(Prisma.sql`DELETE FROM case_link WHERE case_id = ${caseId}::uuid AND kind = 'parent'`)
  if (before !== undefined) await tell(tx, context, 'case.unlinked', own, before)
  if (after === undefined) return
  await tx.rows(Prisma.sql`INSERT INTO case_link (case_id, other_id, kind, created_at)
    VALUES (${caseId}::uuid, ${after.id}::uuid, 'parent', ${context.now})`)
  await tell(tx, context, 'case.linked', own, after)
}

async function findNamed(tx: Tx, condition: Prisma.Sql): Promise<Named | undefined> {
  const [row] = await tx.rows<Named>(
    Prisma.sql`SELECT c.id, c.number, c.subject, c.customer_id AS "customerId" FROM support_case c WHERE ${condition}`,
  )
  return row
}

async function findParent(tx: Tx, caseId: string, parentId: string): Promise<Named> {
  const parent = await findNamed(tx, Prisma.sql`c.id = ${parentId}::uuid`)
  if (parent === undefined) throw refusedReference('/body/parentId', 'The case does not exist.')
  const [row] = await tx.rows<{ isBelow: boolean; children: number }>(Prisma.sql`
    WITH RECURSIVE above AS (
      SELECT ${parentId}::uuid AS id
      UNION SELECT l.other_id FROM case_link l JOIN above a ON l.case_id = a.id AND l.kind = 'parent')
    SELECT EXISTS (SELECT 1 FROM above WHERE id = ${caseId}::uuid) AS "isBelow",
      (SELECT count(*)::int FROM case_link WHERE other_id = ${parentId}::uuid AND kind = 'parent') AS children`)
  if (row?.isBelow === true) throw new Refusal('tree_cycle')
  if ((row?.children ?? 0) >= LINKED_CASES_MAX)
    throw new Refusal('link_refused', { detail: `There may be ${String(LINKED_CASES_MAX)} cases below one at most.` })
  return parent
}

async function tell(
  tx: Tx,
  context: Context<CaseWorker>,
  type: 'case.linked' | 'case.unlinked',
  child: Named,
  parent: Named,
): Promise<void> {
  for (const [own, other, role] of [
    [child, parent, 'parent'],
    [parent, child, 'child'],
  ] as const) {
    const subject = { kind: 'case', id: own.id, caseId: own.id, customerId: own.customerId } as const
    const told = { kind: 'parent', role, number: other.number } as const
    await appendEvents(tx, context, subject, [
      type === 'case.linked' ? { type, ...told, subject: other.subject } : { type, ...told },
    ])
  }
}
