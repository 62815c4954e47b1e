import { wireDecimal } from './wire-decimal.ts'

type Amount = { amount: string; currency: string }

/** A price for an hour as the API takes it; nothing written is no price. */
export function wireRate(text: string, currency: string): Amount | null {
  const amount = wireDecimal(text)
  return amount === null ? null : { amount, currency }
}

/** An amount that has to be there; what is not written goes as nothing, so that the API says so. */
export function wireAmount(text: string, currency: string): Amount {
  return { amount: wireDecimal(text) ?? '', currency }
}
