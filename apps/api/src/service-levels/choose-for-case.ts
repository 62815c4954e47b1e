import { isDeepStrictEqual } from 'node:util'
import type { ServiceTargets } from '@timedesk/contracts/service-policies'
import type { EventPayload } from '@timedesk/contracts/events'
import { choosePolicy } from '@timedesk/domain/clocks/choose-policy'
import { agreementOf, type PolicyAgreement, type PolicyGround } from './policy-ground.ts'
import type { PolicyTerms } from './policy-rows.ts'

export type PolicyApplied = Extract<EventPayload, { type: 'case.policy_applied' }>

const nothing: ServiceTargets = { firstResponse: null, nextResponse: null, resolution: null }

/** Which policy counts for a case, why, and what keeps each other one from it. */
export function chooseForCase(
  ground: PolicyGround,
  policies: readonly PolicyTerms[],
  agreements: readonly PolicyAgreement[],
) {
  const { customerId, typeLine, priorityId } = ground
  return choosePolicy(policies, { agreementId: agreementOf(ground, agreements), customerId, typeLine, priorityId })
}

/** What the log tells of a policy that is applied to a case. */
export function appliedEvent(
  { priorityId, priority }: PolicyGround,
  { chosen, why }: ReturnType<typeof chooseForCase>,
  cause: PolicyApplied['cause'],
  keepsDue = false,
): PolicyApplied {
  return {
    type: 'case.policy_applied',
    policyId: chosen?.id ?? null,
    policy: chosen?.name ?? null,
    policyVersion: chosen?.version ?? null,
    why,
    cause,
    calendarId: chosen?.calendarId ?? null,
    calendar: chosen?.calendar ?? null,
    priority,
    targets: chosen?.targets[priorityId] ?? nothing,
    ...sharesOf(chosen),
    keepsDue,
  }
}

/** When something happens on the way to a target: warnings, and escalations before and after the breach. */
function sharesOf(chosen: PolicyTerms | null): Pick<PolicyApplied, 'warnAt' | 'warnings' | 'escalatesAt'> {
  if (chosen === null) return { warnAt: [], warnings: [], escalatesAt: [] }
  const { warnAt: warnings, escalations } = chosen
  const escalatesAt = escalations.map(({ share, clock }) => ({ share, clock }))
  const shares = new Set([...warnings, ...escalatesAt.map(({ share }) => share)])
  return { warnAt: [...shares].toSorted((one, other) => one - other), warnings, escalatesAt }
}

/** Whether the log tells the same already: what is promised, by which hours, and when something happens. */
export function saysTheSame(last: PolicyApplied | undefined, next: PolicyApplied): boolean {
  if (last === undefined) return next.policyId === null
  return isDeepStrictEqual(essenceOf(last), essenceOf(next))
}

function essenceOf({ policyId, why, calendarId, priority, targets, warnAt, warnings, escalatesAt }: PolicyApplied) {
  return { policyId, why, calendarId, priority, targets, warnAt, warnings, escalatesAt }
}
