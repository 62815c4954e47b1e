import type { updateAutomationRule as contract } from '@timedesk/contracts/automation-rules'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { findConditionReferences } from '../dispatch/condition-references.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { takenRuleFields } from './create-automation-rule.ts'
import { describeAction, findActionWords } from './describe-action.ts'
import { lockAutomationRule } from './find-automation-rules.ts'
import { requireRule } from './require-rule.ts'
import type { StoredRule } from './stored-rule.ts'

/**
 * Changes a rule, or switches it off or on. One that is switched on, or gets another trigger, looks at times from now
 * on. Refuses a stale version, a name that is taken, and what `requireRule` refuses.
 */
export async function updateAutomationRule(
  tx: Tx,
  context: Context,
  { ruleId, ...wanted }: { ruleId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockAutomationRule(tx, ruleId)
  requireVersion(before.version, ifMatch)
  const after = ruleAfter(before, wanted)
  const saysOther = wanted.trigger ?? wanted.conditions ?? wanted.actions
  if (saysOther !== undefined) await requireRule(tx, after)
  const changes = changesBetween(await shownOf(tx, before), await shownOf(tx, after))
  if (changes.length === 0) return
  const isAnew = (after.isActive && !before.isActive) || wanted.trigger !== undefined
  const since = isAnew ? context.now : before.activeSince
  await refuseTaken(takenRuleFields, () =>
    tx.rows(Prisma.sql`UPDATE automation_rule SET name = ${after.name}, kind = ${after.trigger.kind}, trigger = ${JSON.stringify(after.trigger)}::jsonb,
        conditions = ${JSON.stringify(after.conditions)}::jsonb, actions = ${JSON.stringify(after.actions)}::jsonb, stops_after = ${after.stopsAfter},
        is_active = ${after.isActive}, active_since = ${since}, asked_until = greatest(asked_until, ${since}::timestamptz), version = version + 1
      WHERE id = ${ruleId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: ruleId }, [
    { type: 'setting.changed', setting: 'automation_rule', name: after.name, changes },
  ])
}

function ruleAfter(before: StoredRule, wanted: z.output<typeof contract.body>): StoredRule {
  return {
    ...before,
    name: wanted.name ?? before.name,
    trigger: wanted.trigger ?? before.trigger,
    conditions: wanted.conditions ?? before.conditions,
    actions: wanted.actions ?? before.actions,
    stopsAfter: wanted.stopsAfter ?? before.stopsAfter,
    isActive: wanted.isActive ?? before.isActive,
  }
}

/** The rule in words, for its history: names rather than ids. */
async function shownOf(tx: Tx, { name, trigger, conditions, actions, stopsAfter, isActive }: StoredRule) {
  const [words, { names }] = await Promise.all([findActionWords(tx, actions), findConditionReferences(tx, conditions)])
  const nameOf = new Map(names.map((reference) => [reference.id, reference.name]))
  const asked = conditions.map(({ field, op, values }) =>
    [field, op, values.map((value) => nameOf.get(value) ?? value).join(' | ')].join(' '),
  )
  const deeds = actions.map((action) => Object.values(describeAction(action, words)).join(' '))
  const when =
    trigger.kind === 'event'
      ? trigger.events.join(', ')
      : `${String(trigger.minutes)} min ${trigger.isBefore ? 'before' : 'since'} ${trigger.since}`
  return { name, trigger: when, conditions: asked, actions: deeds, stopsAfter, isActive }
}
