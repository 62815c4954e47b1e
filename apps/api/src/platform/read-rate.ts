import { RATE_PER_HOUR_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { fromWire, type WireMoney } from '@timedesk/domain/money/money'

/**
 * A price for an hour in minor units; null for none. Refuses with `invalid_money` an amount that is no price, or is in
 * another currency than the one that is settled in.
 */
export function readRate(rate: WireMoney | null, currency: string): number | null {
  if (rate === null) return null
  const { minor, currency: given } = fromWire(rate, '/body/ratePerHour')
  if (given !== currency) throw refuse('currency', `Must be in ${currency}.`)
  if (minor > RATE_PER_HOUR_MAX) throw refuse('amount', 'Is more than a price for an hour can be.')
  return minor
}

function refuse(field: string, message: string): Refusal {
  return new Refusal('invalid_money', {
    fields: [{ pointer: `/body/ratePerHour/${field}`, code: 'invalid_money', message }],
  })
}
