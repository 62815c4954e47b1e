import { buildPlan } from '../build-plan.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World) => Promise<Prepared>

const INDEX = { indexBase: '116.0', indexBaseMonth: '2025-10', indexNow: '117.2', indexNowMonth: '2026-10' }

/** What the routes of agreements and subscriptions need beside the world to succeed. */
export const agreementPreparations: Record<string, Prepare> = {
  createAgreement: async (server, { agreementId }) => {
    await server.deps.database.transact((tx) =>
      tx.agreement.update({ where: { id: agreementId }, data: { state: 'ended' } }),
    )
    return {}
  },
  withdrawTermination: async (server, { agreementId }) => {
    const today = server.clock.now
    await server.deps.database.transact((tx) =>
      tx.agreement.update({ where: { id: agreementId }, data: { terminatedOn: today, validTo: today } }),
    )
    return {}
  },
  addSubscriptionLine: async (server, world) => {
    const { agreementId } = await buildPlan(server, world)
    return { params: { agreementId } }
  },
  getSubscriptionLine: async (server, world) => ({ params: await lineOf(server, world) }),
  updateSubscriptionLine: async (server, world) => ({ params: await lineOf(server, world) }),
  changeSubscriptionPrice: async (server, world) => ({
    params: await lineOf(server, world),
    body: { validFrom: '2026-04-01', quantity: 2, reason: 'Agreed on the phone.' },
  }),
  previewIndexation: async (server, world) => ({ params: await lineOf(server, world), body: INDEX }),
  indexPrice: async (server, world) => ({
    params: await lineOf(server, world),
    body: { ...INDEX, validFrom: '2026-06-01' },
  }),
}

async function lineOf(server: TestServer, world: World): Promise<{ lineId: string }> {
  const { lineId } = await buildPlan(server, world)
  return { lineId }
}
