import type { createAutomationRule as contract } from '@timedesk/contracts/automation-rules'
import { AUTOMATION_RULES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { holdOrder } from '../settings/put-in-order.ts'
import { requireRule } from './require-rule.ts'

/** The unique rule of an automation rule. */
export const takenRuleFields = { automation_rule_name_key: '/body/name' } as const

/** Creates a rule, asked last. Refuses a name that is taken, what `requireRule` refuses, and one too many. */
export async function createAutomationRule(
  tx: Tx,
  context: Context,
  { name, stopsAfter, isActive, ...draft }: z.output<typeof contract.body>,
): Promise<string> {
  const { trigger, conditions, actions } = draft
  await requireRule(tx, draft)
  const rules = await holdOrder(tx, 'automation_rule')
  if (rules.length >= AUTOMATION_RULES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(AUTOMATION_RULES_MAX)} rules at most.` })
  const last = rules.at(-1)?.position ?? 0
  const id = context.newId()
  const { now } = context
  await refuseTaken(takenRuleFields, () =>
    tx.rows(Prisma.sql`INSERT INTO automation_rule (id, name, kind, position, trigger, conditions, actions, stops_after, is_active, active_since, asked_until)
      VALUES (${id}::uuid, ${name}, ${trigger.kind}, ${last + 1}, ${JSON.stringify(trigger)}::jsonb, ${JSON.stringify(conditions)}::jsonb,
        ${JSON.stringify(actions)}::jsonb, ${stopsAfter}, ${isActive}, ${now}, ${now})`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [
    { type: 'setting.created', setting: 'automation_rule', name },
  ])
  return id
}
