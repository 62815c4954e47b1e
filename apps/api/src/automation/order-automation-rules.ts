import type { orderAutomationRules as contract } from '@timedesk/contracts/automation-rules'
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
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('automation rules'))`)
  return tx.rows<Ordered>(Prisma.sql`SELECT id, name, position FROM automation_rule ORDER BY position, name`)
}

/** Puts the rules in order. Refuses with `conflict` when the ids are not those of all rules, each once. */
export async function orderAutomationRules(
  tx: Tx,
  context: Context,
  { ruleIds }: z.output<typeof contract.body>,
): Promise<void> {
  const rules = await holdRuleOrder(tx)
  if (
    ruleIds.toSorted().join() !==
    rules
      .map(({ id }) => id)
      .toSorted()
      .join()
  )
    throw new Refusal('conflict', { detail: 'Rules came or went meanwhile; name each of them once.' })
  await tx.rows(Prisma.sql`UPDATE automation_rule r SET position = g.position, version = version + 1
    FROM unnest(${ruleIds}::uuid[]) WITH ORDINALITY AS g (id, position) WHERE r.id = g.id AND r.position <> g.position`)
  for (const { id, name, position } of rules) {
    const changes = changesBetween({ position }, { position: ruleIds.indexOf(id) + 1 })
    if (changes.length === 0) continue
    await appendEvents(tx, context, { kind: 'setting', id }, [
      { type: 'setting.changed', setting: 'automation_rule', name, changes },
    ])
  }
}
