import * as contracts from '@timedesk/contracts/service-policies'
import type { Deps } from '../platform/deps.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { createServicePolicy } from './create-service-policy.ts'
import { findServicePolicies, findServicePolicy } from './find-service-policies.ts'
import { orderServicePolicies } from './order-service-policies.ts'
import { previewServicePolicy } from './preview-service-policy.ts'
import { countOpen } from './reapply-policies.ts'
import { updateServicePolicy } from './update-service-policy.ts'

/** What is promised to whom, for the company’s settings. */
export const servicePolicyRoutes: RouteModule = (serve) => {
  serve.read(contracts.listServicePolicies, async ({ reader, query }) => ({
    body: { data: await findServicePolicies(reader, query.isActive) },
  }))

  serve.read(contracts.getServicePolicy, async ({ reader, params }) => {
    const policy = await findServicePolicy(reader, params.policyId)
    return { body: policy, version: policy.version }
  })

  serve.write(
    contracts.createServicePolicy,
    async ({ tx, context, body: { appliesTo: _appliesTo, ...policy } }) => {
      const id = await createServicePolicy(tx, context, policy)
      const created = await findServicePolicy(tx, id)
      return { body: created, version: created.version, location: `/api/v1/service-policies/${id}` }
    },
    { after: ({ deps, body }) => applyToOpen(deps, body.appliesTo) },
  )

  serve.write(
    contracts.updateServicePolicy,
    async ({ tx, context, params, body: { appliesTo: _appliesTo, ...wanted }, ifMatch }) => {
      await updateServicePolicy(tx, context, { policyId: params.policyId, ...wanted }, ifMatch)
      const policy = await findServicePolicy(tx, params.policyId)
      return { body: policy, version: policy.version }
    },
    { after: ({ deps, body }) => applyToOpen(deps, body.appliesTo) },
  )

  serve.write(contracts.orderServicePolicies, async ({ tx, context, body }) => {
    await orderServicePolicies(tx, context, body)
    return { body: { data: await findServicePolicies(tx) } }
  })

  serve.read(contracts.previewServicePolicy, async ({ reader, body, now }) => ({
    body: await previewServicePolicy(reader, body, now),
  }))

  serve.write(contracts.reapplyServicePolicies, async ({ tx }) => ({ body: { openCases: await countOpen(tx) } }), {
    after: ({ deps }) => deps.jobs.enqueue('reapply-policies', { cause: 'reapplied' }),
  })
}

async function applyToOpen({ jobs }: Deps, appliesTo: 'new' | 'open'): Promise<void> {
  if (appliesTo === 'open') await jobs.enqueue('reapply-policies', { cause: 'policy_changed' })
}
