import type { RatingStep } from '@timedesk/contracts/rating'
import { factorText } from '@timedesk/domain/money/factor'
import { toWire } from '@timedesk/domain/money/money'
import type { StoredStep } from '../agreements/stored-step.ts'

/** The steps that tell of minutes only. */
const STEPS_OF_MINUTES: ReadonlySet<RatingStep['step']> = new Set(['not_billable', 'rounded', 'stretch', 'no_clock'])

/** The steps of a rating, stored in minor units and thousandths, with their money and factors as the wire wants them. */
export function presentSteps(steps: readonly StoredStep[], currency: string): RatingStep[] {
  const money = (minor: number) => toWire({ minor, currency })
  return steps.map((step): RatingStep => {
    switch (step.step) {
      case 'rate':
        return { ...step, ratePerHour: money(step.ratePerHour) }
      case 'activity_rate': {
        const { factorPermille, ratePerHour } = step
        return { step: step.step, factor: factorText(factorPermille), ratePerHour: money(ratePerHour) }
      }
      case 'stretch':
        return { step: step.step, reason: step.reason, minutes: step.minutes, factor: factorText(step.factorPermille) }
      case 'after_hours_suggested':
        return { step: step.step, minutes: step.minutes, factor: factorText(step.factorPermille) }
      case 'amount':
        return {
          step: step.step,
          minutes: step.minutes,
          amount: money(step.amount),
          ...(step.factorPermille !== undefined && { factor: factorText(step.factorPermille) }),
          ...(step.ratePerHour !== undefined && { ratePerHour: money(step.ratePerHour) }),
        }
      default:
        return step
    }
  })
}

export function withoutAmounts(steps: readonly RatingStep[]): RatingStep[] {
  return steps.filter(({ step }) => STEPS_OF_MINUTES.has(step))
}
