import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'

/** Settings that stand in an order, by the name of their table, which is their name in the log as well. */
type OrderedSetting = 'automation_rule' | 'context_card' | 'dispatch_rule'
type Ordered = { id: string; name: string; position: number }

/** All of one kind in their order, which nobody else can change until the transaction ends. */
export async function holdOrder(tx: Tx, setting: OrderedSetting): Promise<Ordered[]> {
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext(${setting}))`)
  return tx.rows<Ordered>(Prisma.sql`SELECT id, name, position FROM ${Prisma.raw(setting)} ORDER BY position, id`)
}

/** Puts all of one kind in order. Refuses with `conflict` when the ids are not those of all of them, each once. */
export async function putInOrder(
  tx: Tx,
  context: Context,
  setting: OrderedSetting,
  ids: readonly string[],
): Promise<void> {
  const held = await holdOrder(tx, setting)
  const wanted = new Set(ids)
  if (wanted.size !== ids.length || held.length !== wanted.size || held.some(({ id }) => !wanted.has(id)))
    throw new Refusal('conflict', { detail: 'Some came or went meanwhile; name each of them once.' })
  await tx.rows(Prisma.sql`UPDATE ${Prisma.raw(setting)} s SET position = g.position, version = version + 1
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS g (id, position) WHERE s.id = g.id AND s.position <> g.position`)
  for (const { id, name, position } of held) {
    const changes = changesBetween({ position }, { position: ids.indexOf(id) + 1 })
    if (changes.length > 0)
      await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.changed', setting, name, changes }])
  }
}
