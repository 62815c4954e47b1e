import {
  createDispatchRule,
  orderDispatchRules,
  removeDispatchRule,
  updateDispatchRule,
  type DispatchRule,
} from '@timedesk/contracts/dispatch-rules'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { wireRule, type RuleDraft } from './rule-draft.ts'

const touched = [queryRoots.dispatchRules, queryRoots.settingLogs]

/** Creates a rule, or changes the given one if nobody did so since it was read. */
export function useSaveRule(rule: DispatchRule | null) {
  return useChange((draft: RuleDraft) => {
    const body = wireRule(draft)
    if (rule === null) return client.call(createDispatchRule, { body })
    return client.call(updateDispatchRule, {
      params: { ruleId: rule.id },
      headers: ifMatch(rule.version),
      body,
    })
  }, touched)
}

/** Removes a rule; cases that it sent stay where they are. */
export function useRemoveRule() {
  return useChange((ruleId: string) => client.call(removeDispatchRule, { params: { ruleId } }), touched)
}

/** Puts rules in order, first the one that is asked first. */
export function useOrderRules() {
  return useChange((ruleIds: string[]) => client.call(orderDispatchRules, { body: { ruleIds } }), touched)
}
