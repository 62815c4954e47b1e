import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'

type Placed = { id: string; name: string; from: number; to: number }

/**
 * Puts service policies in order, those that are named first. Cases keep what they were promised. Refuses with
 * `reference_refused` an id that is none of a policy.
 */
export async function orderServicePolicies(
  tx: Tx,
  context: Context,
  { policyIds }: { policyIds: readonly string[] },
): Promise<void> {
  const known = await tx.rows<{ id: string }>(
    Prisma.sql`SELECT id FROM service_policy ORDER BY position, name, id FOR UPDATE`,
  )
  const ids = known.map(({ id }) => id)
  const unknown = policyIds.findIndex((id) => !ids.includes(id))
  if (unknown >= 0) throw refusedReference(`/body/policyIds/${String(unknown)}`, 'There is no such service policy.')
  const ordered = [...new Set([...policyIds, ...ids])]
  const moved = await tx.rows<Placed>(Prisma.sql`UPDATE service_policy p SET position = g.place, version = p.version + 1
    FROM (SELECT w.id, w.place::int AS place, o.position FROM unnest(${ordered}::uuid[]) WITH ORDINALITY AS w (id, place)
      JOIN service_policy o ON o.id = w.id) g
    WHERE p.id = g.id AND p.position <> g.place RETURNING p.id, p.name, g.position AS from, p.position AS to`)
  for (const { id, name, from, to } of moved)
    await appendEvents(tx, context, { kind: 'setting', id }, [
      {
        type: 'setting.changed',
        setting: 'service_policy',
        name,
        changes: [{ field: 'position', from: String(from), to: String(to) }],
      },
    ])
}
