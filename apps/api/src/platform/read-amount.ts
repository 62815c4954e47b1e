import { AMOUNT_MINOR_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { fromWire, type WireMoney } from '@timedesk/domain/money/money'

/**
 * An amount in minor units. Refuses with `invalid_money`, pointing below `pointer`, another currency than the one that
 * is settled in, and more than an amount can be.
 */
export function readAmount(amount: WireMoney, currency: string, pointer: `/body/${string}`): number {
  const minor = readMinor(amount, currency, pointer)
  if (minor > AMOUNT_MINOR_MAX) throw refusedMoney(`${pointer}/amount`, 'Is more than an amount can be.')
  return minor
}

/** The same for what has a limit of its own. */
export function readMinor(amount: WireMoney, currency: string, pointer: string): number {
  const { minor, currency: given } = fromWire(amount, pointer)
  if (given !== currency) throw refusedMoney(`${pointer}/currency`, `Must be in ${currency}.`)
  return minor
}

/** The refusal of money, pointing at what is wrong with it. */
export function refusedMoney(pointer: string, message: string): Refusal {
  return new Refusal('invalid_money', { fields: [{ pointer, code: 'invalid_money', message }] })
}
