import { SERVICE_POLICIES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import type { ServicePolicyDraft } from '@timedesk/contracts/service-policies'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { requirePolicyReferences } from './policy-references.ts'
import { policyStorage, storeTargets, takenPolicyFields } from './store-policy.ts'

/** Creates a service policy. Refuses a name that is taken, and with `reference_refused` what it cannot name. */
export async function createServicePolicy(tx: Tx, context: Context, policy: ServicePolicyDraft): Promise<string> {
  const id = context.newId()
  await requirePolicyReferences(tx, policy)
  if ((await tx.servicePolicy.count()) >= SERVICE_POLICIES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(SERVICE_POLICIES_MAX)} service policies at most.` })
  await refuseTaken(takenPolicyFields, () => tx.rows(policyStorage(id, { ...policy, isActive: true })))
  await storeTargets(tx, id, policy.targets)
  await appendEvents(tx, context, { kind: 'setting', id }, [
    { type: 'setting.created', setting: 'service_policy', name: policy.name },
  ])
  return id
}
