import { useMutation } from '@tanstack/react-query'
import {
  createAutomationRule,
  orderAutomationRules,
  removeAutomationRule,
  updateAutomationRule,
  type AutomationRule,
} from '@timedesk/contracts/automation-rules'
import { dryRunAutomationRule } from '@timedesk/contracts/automation-runs'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { wireRule, type RuleForm } from './rule-draft.ts'

const touched = [queryRoots.automationRules, queryRoots.settingLogs]

/** Creates a rule, or changes the given one if nobody did so since it was read. */
export function useSaveRule(rule: AutomationRule | null) {
  return useChange((draft: RuleForm) => {
    const { name, stopsAfter, isActive } = draft
    const body = { ...wireRule(draft), name, stopsAfter, isActive }
    if (rule === null) return client.call(createAutomationRule, { body })
    return client.call(updateAutomationRule, { params: { ruleId: rule.id }, headers: ifMatch(rule.version), body })
  }, touched)
}

/** Switches a rule on or off. */
export function useSwitchRule() {
  return useChange(
    ({ rule, isActive }: { rule: AutomationRule; isActive: boolean }) =>
      client.call(updateAutomationRule, {
        params: { ruleId: rule.id },
        headers: ifMatch(rule.version),
        body: { isActive },
      }),
    touched,
  )
}

/** Puts all rules in order, first the one that is asked first. */
export function useOrderRules() {
  return useChange((ruleIds: string[]) => client.call(orderAutomationRules, { body: { ruleIds } }), touched)
}

/** Removes a rule that has never run. */
export function useRemoveRule(ruleId: string) {
  return useChange(
    () => client.call(removeAutomationRule, { params: { ruleId } }),
    [[...queryRoots.automationRules, 'list']],
  )
}

export type DryRunBody = z.input<typeof dryRunAutomationRule.body>

/** Tries a rule on what has happened. Nothing is written. */
export function useDryRun() {
  return useMutation({ mutationFn: (body: DryRunBody) => client.call(dryRunAutomationRule, { body }) })
}
