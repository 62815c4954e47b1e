import type { Money } from '@timedesk/contracts/primitives'
import type { TimeEntry } from '@timedesk/contracts/time'

import { sumMoney } from '../money.ts'

type Overage = { minutes: number; amount: Money | null; hold: 'approval' | 'blocked' | null; agreement: string }

/** What of an entry waits for a decision, all pieces together. */
export function overageOf({ pieces }: Pick<TimeEntry, 'pieces'>): Overage {
  const waiting = pieces.filter(({ hold }) => hold === 'approval' || hold === 'blocked')
  const [first] = waiting
  return {
    minutes: waiting.reduce((sum, { minutes }) => sum + minutes, 0),
    amount: sumMoney(waiting.map(({ amount, value }) => amount ?? value)),
    hold: first?.hold === 'blocked' ? 'blocked' : first === undefined ? null : 'approval',
    agreement: first?.agreement?.name ?? '',
  }
}
