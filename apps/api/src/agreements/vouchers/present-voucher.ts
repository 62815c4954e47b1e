import type { Voucher } from '@timedesk/contracts/vouchers'
import { toWire } from '@timedesk/domain/money/money'
import { roundHalfUp } from '@timedesk/domain/money/round-half-up'
import { BURN_WEEKS, forecastRunOut } from '@timedesk/domain/vouchers/forecast'

const MINUTES_PER_HOUR = 60

/** Amounts in minor units of the currency, days `YYYY-MM-DD`. */
export type VoucherRow = Pick<
  Voucher,
  | 'id'
  | 'number'
  | 'name'
  | 'unit'
  | 'quantity'
  | 'validFrom'
  | 'expiresOn'
  | 'state'
  | 'activateOn'
  | 'vatTiming'
  | 'soldOn'
  | 'activatedOn'
  | 'cancelledOn'
  | 'granted'
  | 'used'
  | 'pending'
  | 'expired'
  | 'available'
  | 'remarks'
  | 'version'
> & {
  agreementId: string
  agreementName: string
  customerId: string
  customerName: string
  price: number
  currency: string
  recognised: number
  liability: number
  credited: number
  /** Units drawn in the weeks that a forecast looks back on. */
  burnt: number
  today: string
}

/** What the reader may do with vouchers. */
export type May = { move: boolean }

export function presentVoucher(row: VoucherRow, may: May): Voucher {
  const { agreementId, agreementName, customerId, customerName, price, currency, burnt, today, ...shown } = row
  const money = (minor: number) => toWire({ minor, currency })
  const unitPrice = unitPriceOf(row)
  return {
    ...shown,
    agreement: { id: agreementId, name: agreementName },
    customer: { id: customerId, name: customerName },
    price: money(price),
    unitPrice: unitPrice === null ? null : money(unitPrice),
    recognised: money(row.recognised),
    liability: money(row.liability),
    credited: money(row.credited),
    burnPerWeek: Math.max(0, roundHalfUp(burnt, BURN_WEEKS)),
    emptyOn: forecastRunOut(row.available, [{ workDate: today, units: burnt }], today),
    can: may.move
      ? abilitiesOf(row)
      : { activate: false, adjust: false, transfer: false, extend: false, cancel: false },
  }
}

/** Of an hour or a case, rounded; the exact share is earned with each draw (R24). */
function unitPriceOf({ unit, price, quantity }: VoucherRow): number | null {
  switch (unit) {
    case 'minutes':
      return roundHalfUp(BigInt(price) * BigInt(MINUTES_PER_HOUR), quantity)
    case 'cases':
      return roundHalfUp(price, quantity)
    case 'money':
      return null
  }
}

/** What the commands would not refuse in this state. */
function abilitiesOf({ state, available, expiresOn, today }: VoucherRow): Voucher['can'] {
  const isOver = expiresOn !== null && expiresOn < today
  const isLive = (state === 'active' || state === 'exhausted') && !isOver
  return {
    activate: state === 'ordered',
    adjust: isLive,
    transfer: isLive && available > 0,
    extend: state !== 'cancelled' && expiresOn !== null,
    cancel: available > 0 && state !== 'expired',
  }
}
