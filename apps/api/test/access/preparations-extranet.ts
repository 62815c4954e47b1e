import { buildVoucher } from '../build-cover.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

/** What contacts' routes about agreements need beside the world. */
export const extranetPreparations = {
  extranetListStatement: async (server: TestServer, { customerId, agreementId }: World): Promise<Prepared> => {
    const { id: poolId } = await buildVoucher(server, { customerId, agreementId })
    return { params: { poolId } }
  },
}
