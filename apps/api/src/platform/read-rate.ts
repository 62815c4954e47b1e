import { RATE_PER_HOUR_MAX } from '@timedesk/contracts/limits'
import { amountText, type WireMoney } from '@timedesk/domain/money/money'
import { readMinor, refusedMoney } from './read-amount.ts'

/**
 * A price for an hour in minor units; null for none. Refuses with `invalid_money`, pointing below `pointer`, an amount
 * that is no price, or is in another currency than the one that is settled in.
 */
export function readRate(rate: WireMoney | null, currency: string, pointer = '/body/ratePerHour'): number | null {
  return rate === null ? null : readPrice(rate, currency, pointer)
}

/** The same where there has to be a price. */
export function readPrice(rate: WireMoney, currency: string, pointer: string): number {
  const minor = readMinor(rate, currency, pointer)
  if (minor > RATE_PER_HOUR_MAX) throw refusedMoney(`${pointer}/amount`, 'Is more than a price for an hour can be.')
  return minor
}

/** A price as people know it, such as `950.00 DKK`, for histories; null for none. */
export function priceText(minor: number, currency: string): string
export function priceText(minor: number | null, currency: string): string | null
export function priceText(minor: number | null, currency: string): string | null {
  return minor === null ? null : `${amountText(minor)} ${currency}`
}
