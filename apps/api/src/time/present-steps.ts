import type { RatingStep } from '@timedesk/contracts/time'
import type { Step } from '@timedesk/domain/agreements/rate-entry'
import { toWire } from '@timedesk/domain/money/money'

/** The steps of a rating, stored in minor units, with their money as the wire wants it. */
export function presentSteps(steps: Step[], currency: string): RatingStep[] {
  return steps.map((step) => {
    switch (step.step) {
      case 'rate':
        return { ...step, ratePerHour: toWire({ minor: step.ratePerHour, currency }) }
      case 'amount':
        return { ...step, amount: toWire({ minor: step.amount, currency }) }
      default:
        return step
    }
  })
}

/** The steps that tell of minutes only. */
export function withoutAmounts(steps: RatingStep[]): RatingStep[] {
  return steps.filter(({ step }) => step !== 'rate' && step !== 'amount')
}
