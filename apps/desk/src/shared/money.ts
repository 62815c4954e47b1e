import type { Money } from '@timedesk/contracts/primitives'
import { amountText, parseAmount } from '@timedesk/domain/money/money'

/** An amount in minor units, to be compared and added. */
export function minorOf({ amount }: Money): number {
  return parseAmount(amount) ?? 0
}

export function isZero(money: Money): boolean {
  return minorOf(money) === 0
}

/** Adds up amounts of one currency. Null when there is nothing to add, or when one of them is not known. */
export function sumMoney(amounts: readonly (Money | null)[]): Money | null {
  const known = amounts.filter((money) => money !== null)
  const [first] = known
  if (first === undefined || known.length < amounts.length) return null
  const minor = known.reduce((sum, money) => sum + minorOf(money), 0)
  return { amount: amountText(minor), currency: first.currency }
}
