import type { RuleDraft } from '@timedesk/contracts/automation-rules'
import { Refusal } from '@timedesk/contracts/refusal'
import { requireConditions } from '../dispatch/require-conditions.ts'
import type { Reader } from '../platform/db/database.ts'
import { requireActions } from './require-actions.ts'

/**
 * Refuses a rule that cannot be asked or carried out: `rule_refused` with a field for each condition or action that
 * makes no sense, `reference_refused` what is not there, `variable_unknown` a note with a variable that does not exist.
 */
export async function requireRule(
  reader: Reader,
  { trigger, conditions, actions }: RuleDraft,
  pointer: '/body' | `/body/${string}` = '/body',
): Promise<void> {
  if (trigger.kind === 'time' && trigger.isBefore && trigger.since !== 'due')
    throw new Refusal('rule_refused', {
      fields: [
        { pointer: `${pointer}/trigger/isBefore`, code: 'unusable', message: 'Only a deadline can be waited for.' },
      ],
    })
  await requireConditions(reader, conditions, `${pointer}/conditions`)
  await requireActions(reader, actions, `${pointer}/actions`)
}
