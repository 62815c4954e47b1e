import type { PotentialItem } from '@timedesk/contracts/potential'
import type { TimeEntry } from '@timedesk/contracts/time'
import { toWire } from '@timedesk/domain/money/money'
import { priceText } from '../platform/read-rate.ts'

/** An item with what it is called by; amounts in minor units of the currency, and null without a price. */
export type ItemRow = Pick<
  PotentialItem,
  'source' | 'sourceId' | 'day' | 'kind' | 'minutes' | 'state' | 'heldBecause' | 'settlement'
> & {
  entryId: string | null
  amount: number | null
  currency: string
  agreementId: string | null
  agreementName: string | null
  /** Of time. */
  activityType: string | null
  customerText: string | null
  /** Of vouchers: what was sold, or what a cancellation took away. */
  poolName: string | null
  unit: 'minutes' | 'cases' | 'money' | null
  units: number | null
  /** Of subscriptions. */
  description: string | null
  fromDay: string | null
  toDay: string | null
}

export function presentItem(row: ItemRow, entry: TimeEntry | null): PotentialItem {
  const { source, sourceId, day, kind, minutes, state, heldBecause, settlement } = row
  const { amount, currency, agreementId, agreementName } = row
  return {
    source,
    sourceId,
    day,
    text: textOf(row),
    agreement: agreementId === null || agreementName === null ? null : { id: agreementId, name: agreementName },
    settlement,
    kind,
    minutes,
    amount: amount === null ? null : toWire({ minor: amount, currency }),
    state,
    heldBecause,
    entry,
  }
}

/** What a line of an invoice would say: what the customer may read of time, what was sold, or what is subscribed to. */
function textOf(row: ItemRow): string {
  switch (row.source) {
    case 'time':
      return row.customerText === null || row.customerText === '' ? (row.activityType ?? '') : row.customerText
    case 'voucher_sale':
    case 'voucher_credit':
      return `${row.poolName ?? ''}: ${unitsText(row)}`
    case 'subscription_period':
      return `${row.description ?? ''}, ${row.fromDay ?? ''} – ${row.toDay ?? ''}`
  }
}

function unitsText({ unit, units, currency }: ItemRow): string {
  const count = units ?? 0
  switch (unit) {
    case 'money':
      return priceText(count, currency)
    case 'cases':
      return `${String(count)} cases`
    case 'minutes':
    case null:
      return `${String(count)} min`
  }
}
