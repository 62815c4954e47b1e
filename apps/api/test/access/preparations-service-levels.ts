import { newId } from '../../src/platform/new-id.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World) => Promise<Prepared>

/** What the routes of service levels need beside the world to succeed. */
export const serviceLevelPreparations: Record<string, Prepare> = {
  getServicePolicy: async (server) => ({ params: { policyId: await buildPolicy(server) } }),
  updateServicePolicy: async (server) => ({ params: { policyId: await buildPolicy(server) } }),
  orderServicePolicies: async (server) => ({ body: { policyIds: [await buildPolicy(server)] } }),
  rehearseChange: () =>
    Promise.resolve({ body: { days: 1, change: { kind: 'policy', policy: { name: 'Gold', targets: [] } } } }),
}

async function buildPolicy({ deps }: TestServer): Promise<string> {
  const id = newId()
  await deps.database.transact((tx) => tx.servicePolicy.create({ data: { id, name: id } }))
  return id
}
