import type { RatingStep } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'
import { Fragment } from 'react'

import { createWords } from '../create-words.ts'
import { ratingDanish, ratingEnglish } from './rating-texts.ts'
import './rating.css'

const useRatingWords = createWords('rating', { en: ratingEnglish, da: ratingDanish })

type RatingChainProps = { minutes: number; explanation: readonly RatingStep[] }

/** How minutes became money, step by step: worked, rounded, the price and where it was found, the amount. */
export function RatingChain({ minutes, explanation }: RatingChainProps) {
  const words = useRatingWords()
  const format = useFormat()
  const wordStep = (step: RatingStep): string => {
    switch (step.step) {
      case 'not_billable':
      case 'rate_missing':
        return words(step.step)
      case 'rounded': {
        const values = { billable: format.minutes(step.billable), increment: step.increment, minimum: step.minimum }
        return words(step.increment <= 1 && step.minimum === 0 ? 'unrounded' : 'rounded', values)
      }
      case 'rate':
        return words('rate', { rate: format.money(step.ratePerHour), source: words(`source_${step.source}`) })
      case 'amount':
        return format.money(step.amount)
    }
  }
  return (
    <span className="desk-rating">
      {words('minutes', { minutes: format.minutes(minutes) })}
      {explanation.map((step) => (
        <Fragment key={step.step}>
          <span aria-hidden="true"> → </span>
          <span data-step={step.step}>{wordStep(step)}</span>
        </Fragment>
      ))}
    </span>
  )
}
