import { AMOUNT_MINOR_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { fromWire, type WireMoney } from '@timedesk/domain/money/money'

/**
 * An amount in minor units. Refuses with `invalid_money`, pointing below `pointer`, another currency than the one that
 * is settled in, and more than an amount can be.
 */
export function readAmount(amount: WireMoney, currency: string, pointer: `/body/${string}`): number {
  const { minor, currency: given } = fromWire(amount, pointer)
  if (given !== currency) throw refuse(`${pointer}/currency`, `Must be in ${currency}.`)
  if (minor > AMOUNT_MINOR_MAX) throw refuse(`${pointer}/amount`, 'Is more than an amount can be.')
  return minor
}

function refuse(pointer: string, message: string): Refusal {
  return new Refusal('invalid_money', { fields: [{ pointer, code: 'invalid_money', message }] })
}
