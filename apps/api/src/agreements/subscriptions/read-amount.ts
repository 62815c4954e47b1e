import { AMOUNT_MINOR_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { fromWire, type WireMoney } from '@timedesk/domain/money/money'

/**
 * The price of one for a whole period, in minor units. Refuses with `invalid_money` another currency than the
 * agreement's, and what comes to more than an amount can be.
 */
export function readUnitPrice(
  price: WireMoney,
  { currency, quantity }: { currency: string; quantity: number },
): number {
  const { minor, currency: given } = fromWire(price, '/body/unitPrice')
  if (given !== currency) throw refuse('currency', `Must be in ${currency}.`)
  requireAmount(minor, quantity)
  return minor
}

/** Refuses with `invalid_money` a quantity that comes to more than an amount can be. */
export function requireAmount(unitPrice: number, quantity: number): void {
  if (BigInt(unitPrice) * BigInt(quantity) > BigInt(AMOUNT_MINOR_MAX))
    throw refuse('amount', 'Comes to more than an amount can be.')
}

function refuse(field: 'amount' | 'currency', message: string): Refusal {
  return new Refusal('invalid_money', {
    fields: [{ pointer: `/body/unitPrice/${field}`, code: 'invalid_money', message }],
  })
}
