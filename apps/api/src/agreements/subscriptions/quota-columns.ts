import type { SubscriptionLine } from '@timedesk/contracts/subscriptions'
import { Prisma } from '@timedesk/prisma/client'
import type { StoredLine } from './find-plan.ts'

type Quota = SubscriptionLine['quota']
type Stored = Pick<StoredLine, 'quotaUnit' | 'quota' | 'rolloverPeriods' | 'rolloverMax'>

/** The values of a quota's columns: unit, units, and how many periods and units roll over. */
export function quotaColumns(quota: Quota): Prisma.Sql {
  const { quotaUnit, quota: units, rolloverPeriods, rolloverMax } = storedFrom(quota)
  return Prisma.sql`${quotaUnit}, ${units}, ${rolloverPeriods}, ${rolloverMax}`
}

/** A quota as it is stored. */
export function storedFrom(quota: Quota): Stored {
  if (!('units' in quota)) return { quotaUnit: quota.unit, quota: 0, rolloverPeriods: 0, rolloverMax: null }
  const { unit, units, rolloverPeriods, rolloverMax } = quota
  return { quotaUnit: unit, quota: units, rolloverPeriods, rolloverMax }
}

/** A stored quota as the contract tells it. */
export function presentQuota({ quotaUnit, quota, rolloverPeriods, rolloverMax }: Stored): Quota {
  if (quotaUnit === 'none' || quotaUnit === 'unlimited') return { unit: quotaUnit }
  return { unit: quotaUnit, units: quota, rolloverPeriods, rolloverMax }
}

/** A quota in a few words that read alone, for the log. */
export function quotaText({ quotaUnit, quota, rolloverPeriods, rolloverMax }: Stored): string {
  if (quotaUnit === 'none' || quotaUnit === 'unlimited') return quotaUnit
  const rollover = rolloverPeriods === 0 ? '' : `, +${String(rolloverPeriods)} ≤ ${String(rolloverMax ?? quota)}`
  return `${String(quota)} ${quotaUnit}${rollover}`
}
