import {
  createServicePolicy,
  orderServicePolicies,
  reapplyServicePolicies,
  updateServicePolicy,
  type ServicePolicy,
} from '@timedesk/contracts/service-policies'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { wirePolicy, type PolicyDraft } from './policy-draft.ts'

export type AppliesTo = 'new' | 'open'
type Input = { draft: PolicyDraft; appliesTo: AppliesTo }

const touched = [queryRoots.servicePolicies, queryRoots.settingLogs]

/** Creates a policy, or changes the given one if nobody did so since it was read. */
export function useSavePolicy(policy: ServicePolicy | null) {
  return useChange(({ draft, appliesTo }: Input) => {
    const body = { ...wirePolicy(draft), appliesTo }
    if (policy === null) return client.call(createServicePolicy, { body })
    return client.call(updateServicePolicy, {
      params: { policyId: policy.id },
      headers: ifMatch(policy.version),
      body: { ...body, isActive: draft.isActive },
    })
  }, touched)
}

/** Puts policies in order, first the one that wins. */
export function useOrderPolicies() {
  return useChange((policyIds: string[]) => client.call(orderServicePolicies, { body: { policyIds } }), touched)
}

/** Lets open cases follow the policies as they are today. */
export function useReapplyPolicies() {
  return useChange(() => client.call(reapplyServicePolicies, { body: {} }), touched)
}
