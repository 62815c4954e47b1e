import type { RatingStep } from '@timedesk/contracts/rating'
import { useFormat } from '@timedesk/ui/format'

import { useUnits } from '../cover/use-units.ts'
import { useMe } from '../session/use-me.ts'
import { useRatingWords } from './use-rating-words.ts'
import type { RatingTools } from './word-units.ts'

/** What wording a rating takes. Balances come without a currency: they have the one that the prices have. */
export function useRatingTools(explanation: readonly RatingStep[]): RatingTools {
  const words = useRatingWords()
  const units = useUnits()
  const format = useFormat()
  const { company } = useMe()
  return { words, units, format, currency: currencyOf(explanation) ?? company.currency }
}

function currencyOf(explanation: readonly RatingStep[]): string | undefined {
  for (const step of explanation) {
    if (step.step === 'rate' || step.step === 'activity_rate') return step.ratePerHour.currency
    if (step.step === 'amount') return step.amount.currency
  }
  return undefined
}
