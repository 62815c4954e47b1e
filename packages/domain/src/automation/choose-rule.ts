import type { RuleEvent, RuleTrigger } from '@timedesk/contracts/automation-rules'
import type { Condition } from '@timedesk/contracts/conditions'
import type { CaseFacts } from '../conditions/facts.ts'
import { matchConditions } from '../conditions/match-conditions.ts'

/** A rule as far as it says when it fits. */
export type AskedRule = {
  id: string
  trigger: RuleTrigger
  conditions: readonly Condition[]
  /** When it fits, those after it are not asked. */
  stopsAfter: boolean
}

/** Whether an event rule waits for any of these. */
export function waitsFor({ trigger }: Pick<AskedRule, 'trigger'>, events: readonly RuleEvent[]): boolean {
  return trigger.kind === 'event' && trigger.events.some((event) => events.includes(event))
}

/**
 * The next rule that fits, among rules in their order, after the one at `after` (-1: from the first); null when none
 * does, or when the one at `after` stops the rest. Each is asked with the case as it is by then, so whoever runs a rule
 * asks again with new facts.
 */
export function nextFitting<Rule extends AskedRule>(
  rules: readonly Rule[],
  facts: CaseFacts,
  after: number,
): { rule: Rule; place: number } | null {
  if (rules[after]?.stopsAfter === true) return null
  for (let place = after + 1; place < rules.length; place += 1) {
    const rule = rules[place]
    if (rule !== undefined && matchConditions(rule.conditions, facts).matches) return { rule, place }
  }
  return null
}
