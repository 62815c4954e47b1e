import type { ServicePolicyDraft } from '@timedesk/contracts/service-policies'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import type { PolicyTerms } from './policy-rows.ts'

/** The id of a policy that is not stored yet. */
export const DRAFTED_POLICY_ID = '00000000-0000-7000-8000-0000000000ff'

/**
 * The policies as they would be with a draft among them, which replaces the one that is named. Refuses with `not_found`
 * when there is no such one.
 */
export async function policiesWith(
  reader: Reader,
  policies: readonly PolicyTerms[],
  { policyId, policy }: { policyId: string | null; policy: ServicePolicyDraft },
): Promise<PolicyTerms[]> {
  const replaced = policies.find(({ id }) => id === policyId)
  if (policyId !== null && replaced === undefined) throw new Refusal('not_found')
  const [calendar] = await reader.rows<{ name: string }>(
    Prisma.sql`SELECT name FROM service_calendar WHERE id = ${policy.calendarId}::uuid`,
  )
  const drafted: PolicyTerms = {
    ...policy,
    id: policyId ?? DRAFTED_POLICY_ID,
    version: (replaced?.version ?? 0) + 1,
    calendar: calendar?.name ?? null,
    isActive: true,
    targets: Object.fromEntries(policy.targets.map(({ priorityId, ...targets }) => [priorityId, targets])),
    priorityIds: policy.targets.map(({ priorityId }) => priorityId),
  }
  return [...policies.filter(({ id }) => id !== policyId), drafted].toSorted(
    (one, other) => one.position - other.position || one.name.localeCompare(other.name),
  )
}
