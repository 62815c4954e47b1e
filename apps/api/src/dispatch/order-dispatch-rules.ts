import type { orderDispatchRules as contract } from '@timedesk/contracts/dispatch-rules'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'

type Ordered = { id: string; name: string; position: number }

/** The rules in their order, which nobody else can change until the transaction ends. */
export async function holdRuleOrder(tx: Tx): Promise<Ordered[]> {
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('dispatch rules'))`)
  return tx.rows<Ordered>(Prisma.sql`SELECT id, name, position FROM dispatch_rule ORDER BY position, id`)
}

/** Puts the rules in order. Refuses with `conflict` when the ids are not those of all rules, each once. */
export async function orderDispatchRules(
  tx: Tx,
  context: Context,
  { ruleIds }: z.output<typeof contract.body>,
): Promise<void> {
  const rules = await holdRuleOrder(tx)
  const wanted = new Set(ruleIds)
  if (wanted.size !== ruleIds.length || rules.length !== wanted.size || rules.some(({ id }) => !wanted.has(id)))
    throw new Refusal('conflict', { detail: 'Rules came or went meanwhile; name each of them once.' })
  await tx.rows(Prisma.sql`UPDATE dispatch_rule r SET position = g.position, version = version + 1
    FROM unnest(${ruleIds}::uuid[]) WITH ORDINALITY AS g (id, position) WHERE r.id = g.id AND r.position <> g.position`)
  for (const [place, id] of ruleIds.entries()) {
    const before = rules.find((rule) => rule.id === id)
    if (before === undefined) continue
    const changes = changesBetween({ position: before.position }, { position: place + 1 })
    if (changes.length === 0) continue
    await appendEvents(tx, context, { kind: 'setting', id }, [
      { type: 'setting.changed', setting: 'dispatch_rule', name: before.name, changes },
    ])
  }
}
