import { AMOUNT_MINOR_MAX } from '@timedesk/contracts/limits'
import type { WireMoney } from '@timedesk/domain/money/money'
import { readMinor, refusedMoney } from '../../platform/read-amount.ts'

const POINTER = '/body/unitPrice'

/**
 * The price of one for a whole period, in minor units. Refuses with `invalid_money` another currency than the
 * agreement's, and what comes to more than an amount can be.
 */
export function readUnitPrice(
  price: WireMoney,
  { currency, quantity }: { currency: string; quantity: number },
): number {
  const minor = readMinor(price, currency, POINTER)
  requireAmount(minor, quantity)
  return minor
}

/** Refuses with `invalid_money` a quantity that comes to more than an amount can be. */
export function requireAmount(unitPrice: number, quantity: number): void {
  if (BigInt(unitPrice) * BigInt(quantity) > BigInt(AMOUNT_MINOR_MAX))
    throw refusedMoney(`${POINTER}/amount`, 'Comes to more than an amount can be.')
}
