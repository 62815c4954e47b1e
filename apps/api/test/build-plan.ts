import { newId } from '../src/platform/new-id.ts'
import { buildPrepaid } from './build-cover.ts'
import type { TestServer } from './harness.ts'

/** A subscription with one line of 4,000.00 a month since 2025, of which nothing has been charged yet. */
export async function buildPlan(
  server: TestServer,
  { customerId }: { customerId: string },
): Promise<{ agreementId: string; lineId: string }> {
  const { id: agreementId } = await buildPrepaid(server, { customerId, settlement: 'subscription' })
  const lineId = newId()
  const since = new Date('2025-01-01')
  await server.deps.database.transact(async (tx) => {
    await tx.subscriptionLine.create({
      data: { id: lineId, customerId, agreementId, description: 'Service desk', periodMonths: 1, startsOn: since },
    })
    await tx.subscriptionPrice.create({
      data: {
        id: newId(),
        customerId,
        lineId,
        validFrom: since,
        quantity: 1,
        unitPrice: 400_000,
        kind: 'agreed',
        createdByName: 'Anna Berg',
        createdAt: since,
      },
    })
  })
  return { agreementId, lineId }
}
