import { newId } from '../src/platform/new-id.ts'
import type { TestServer } from './harness.ts'

type Given = {
  customerId: string
  settlement?: 'time_spent' | 'voucher' | 'subscription'
  heading?: string
  terms?: string
  poNumber?: string
  ratePerHour?: number | null
  incrementMinutes?: number
  minimumMinutes?: number
  overagePolicy?: 'bill' | 'approve' | 'block'
  state?: 'draft' | 'active' | 'suspended' | 'ended'
  validFrom?: string
  validTo?: string
}

/** An agreement, on time spent and active since 2025 unless said otherwise; the rate in minor units per hour. */
export async function buildAgreement({ deps }: TestServer, given: Given): Promise<{ id: string }> {
  const id = newId()
  const { validFrom = '2025-01-01', validTo, ...terms } = given
  await deps.database.transact((tx) =>
    tx.agreement.create({
      data: {
        heading: 'Support by the hour',
        ratePerHour: 95_000,
        settlement: 'time_spent',
        ...terms,
        id,
        validFrom: new Date(`${validFrom}T00:00:00Z`),
        validTo: validTo === undefined ? null : new Date(`${validTo}T00:00:00Z`),
      },
    }),
  )
  return { id }
}
