import { buildPrepaid, buildVoucher } from '../build-cover.ts'
import { buildEmployee } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World) => Promise<Prepared>

const reason = 'Agreed on the phone.'

/** What the routes of vouchers, pools and simulations need beside the world to succeed. */
export const voucherPreparations: Record<string, Prepare> = {
  getVoucher: async (server, world) => ({ params: { voucherId: await voucherOf(server, world) } }),
  listPoolLedger: async (server, world) => ({ params: { poolId: await voucherOf(server, world) } }),
  getPoolStatement: async (server, world) => ({ params: { poolId: await voucherOf(server, world) } }),
  sellVoucher: async (server, world) => ({ params: { agreementId: await prepaidOf(server, world) } }),
  activateVoucher: async (server, world) => ({ params: { voucherId: await voucherOf(server, world, 'ordered') } }),
  adjustVoucher: async (server, world) => {
    const { id: approverId } = await buildEmployee(server, { role: 'lead' })
    return { params: { voucherId: await voucherOf(server, world) }, body: { units: 60, reason, approverId } }
  },
  transferVoucher: async (server, world) => {
    const toVoucherId = await voucherOf(server, world)
    return { params: { voucherId: await voucherOf(server, world) }, body: { toVoucherId, units: 60, reason } }
  },
  extendVoucher: async (server, world) => ({
    params: { voucherId: await voucherOf(server, world) },
    body: { expiresOn: '2027-12-31', reason },
  }),
  cancelVoucher: async (server, world) => ({ params: { voucherId: await voucherOf(server, world) }, body: { reason } }),
  simulateAgreement: (_server, { customerId }) =>
    Promise.resolve({ body: { customerId, draft: { heading: 'Offer', validFrom: '2026-01-01' } } }),
}

async function prepaidOf(server: TestServer, { customerId }: World): Promise<string> {
  return (await buildPrepaid(server, { customerId })).id
}

async function voucherOf(server: TestServer, world: World, state: 'ordered' | 'active' = 'active'): Promise<string> {
  const agreementId = await prepaidOf(server, world)
  const { customerId } = world
  return (await buildVoucher(server, { customerId, agreementId, state, expiresOn: '2026-12-31' })).id
}
