import { Refusal } from '@timedesk/contracts/refusal'
import type { EntryBefore } from './read-entry.ts'

/**
 * What time itself says of being billable; null leaves it to its activity and agreement (R14). Internal time has
 * nobody to pay for it, so it never is; to say that it is, is refused.
 */
export function billableChoice(
  customerId: string | null,
  given: boolean | null | undefined,
  pointer: string,
): boolean | null {
  if (customerId !== null || given !== true) return given ?? null
  const message = 'Internal time has no customer who could be billed.'
  throw new Refusal('invalid_request', {
    detail: message,
    fields: [{ pointer: `${pointer}/isBillable`, code: 'nobody_to_bill', message }],
  })
}

/**
 * What an entry says of being billable after a change: what it said before stays, unless it says otherwise now, is
 * other work or has no customer any more. Refuses as `billableChoice` does.
 */
export function choiceAfter(
  before: Pick<EntryBefore, 'activityTypeId' | 'billableChoice'>,
  { customerId, activityTypeId }: { customerId: string | null; activityTypeId: string },
  given: boolean | undefined,
): boolean | null {
  const keepsChoice = customerId !== null && activityTypeId === before.activityTypeId
  return billableChoice(customerId, given ?? (keepsChoice ? before.billableChoice : null), '/body')
}
