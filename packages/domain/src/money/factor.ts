import { FACTOR_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'

/** A multiplier in whole thousandths: 1500 is one and a half. */
export type Permille = number

/** A factor that changes nothing. */
export const PERMILLE_WHOLE: Permille = 1000
const FACTOR = /^(\d{1,2})(?:\.(\d{1,3}))?$/

/** Thousandths of a decimal text such as `1.5`; null when it is no factor of at most three decimals, or above the largest. */
export function parseFactor(text: string): Permille | null {
  const match = FACTOR.exec(text)
  if (match === null) return null
  const permille = Number(match[1]) * PERMILLE_WHOLE + Number((match[2] ?? '').padEnd(3, '0'))
  return permille > FACTOR_MAX * PERMILLE_WHOLE ? null : permille
}

/** The shortest decimal text of thousandths: `1500` is `1.5`, `1000` is `1`. */
export function factorText(permille: Permille): string {
  if (!Number.isSafeInteger(permille) || permille < 0) throw new RangeError(`Not a factor: ${String(permille)}`)
  const whole = String(Math.floor(permille / PERMILLE_WHOLE))
  const decimals = String(permille % PERMILLE_WHOLE)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return decimals === '' ? whole : `${whole}.${decimals}`
}

/** Reads a factor from the wire. Refuses with `invalid_request`, pointing at what the caller sent. */
export function readFactor(text: string, pointer: string): Permille {
  const permille = parseFactor(text)
  if (permille !== null) return permille
  const message = `Must be a factor from 0 to ${String(FACTOR_MAX)} of at most three decimals.`
  throw new Refusal('invalid_request', { detail: message, fields: [{ pointer, code: 'not_a_factor', message }] })
}
