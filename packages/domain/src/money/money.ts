import { Refusal } from '@timedesk/contracts/refusal'

/** An amount in whole minor units (øre, cent), hundred to the unit, with its ISO 4217 currency. */
export type Money = {
  minor: number
  currency: string
}

/** The same on the wire: always two decimals. */
export type WireMoney = {
  amount: string
  currency: string
}

const AMOUNT = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/
const CURRENCY = /^[A-Z]{3}$/

/** Minor units of a decimal text such as `125`, `125.5` or `-0.05`; null when it is no amount of at most two decimals. */
export function parseAmount(text: string): number | null {
  const match = AMOUNT.exec(text)
  if (match === null) return null
  const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' && size > 0 ? -size : size
}

/** The decimal text of minor units, always two decimals: `12500` is `125.00`. */
export function amountText(minor: number): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Not a whole amount: ${String(minor)}`)
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Reads money from the wire. Refuses with `invalid_money`, pointing at what the caller sent. */
export function fromWire({ amount, currency }: WireMoney, pointer: string): Money {
  const minor = parseAmount(amount)
  if (minor === null) throw refuse(`${pointer}/amount`, 'Must be an amount of at most two decimals.')
  if (!CURRENCY.test(currency)) throw refuse(`${pointer}/currency`, 'Must be a currency code of three letters.')
  return { minor, currency }
}

function refuse(pointer: string, message: string): Refusal {
  return new Refusal('invalid_money', { fields: [{ pointer, code: 'invalid_money', message }] })
}

export function toWire({ minor, currency }: Money): WireMoney {
  return { amount: amountText(minor), currency }
}
