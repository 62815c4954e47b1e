import type { Money } from '@timedesk/contracts/primitives'
import type { TimeEntry } from '@timedesk/contracts/time'
import { amountText, parseAmount } from '@timedesk/domain/money/money'

type Overage = { minutes: number; amount: Money | null; hold: 'approval' | 'blocked' | null; agreement: string }

/** What of an entry waits for a decision, all pieces together. */
export function overageOf({ pieces }: Pick<TimeEntry, 'pieces'>): Overage {
  const waiting = pieces.filter(({ hold }) => hold === 'approval' || hold === 'blocked')
  const [first] = waiting
  return {
    minutes: waiting.reduce((sum, { minutes }) => sum + minutes, 0),
    amount: sumOf(waiting.map(({ amount, value }) => amount ?? value)),
    hold: first?.hold === 'blocked' ? 'blocked' : first === undefined ? null : 'approval',
    agreement: first?.agreement?.name ?? '',
  }
}

function sumOf(amounts: readonly (Money | null)[]): Money | null {
  const known = amounts.filter((amount) => amount !== null)
  const [first] = known
  if (first === undefined || known.length < amounts.length) return null
  const minor = known.reduce((sum, { amount }) => sum + (parseAmount(amount) ?? 0), 0)
  return { amount: amountText(minor), currency: first.currency }
}
