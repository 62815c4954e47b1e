import type { RatingStep } from '@timedesk/contracts/rating'
import { Fragment } from 'react'

import './rating.css'
import { useRatingTools } from './use-rating-tools.ts'
import { wordStep } from './word-step.ts'

type RatingChainProps = { minutes: number; explanation: readonly RatingStep[] }

/** Steps that only say why something did not happen; the full list has them. */
const LEFT_OUT: ReadonlySet<RatingStep['step']> = new Set(['agreement_passed_over', 'terms', 'no_clock', 'pool_empty'])

/** How minutes became money, in a line: worked, rounded, what paid, the price and where it was found, the amount. */
export function RatingChain({ minutes, explanation }: RatingChainProps) {
  const tools = useRatingTools(explanation)
  const { words, format } = tools
  return (
    <span className="desk-rating">
      {words('minutes', { minutes: format.minutes(minutes) })}
      {explanation
        .filter(({ step }) => !LEFT_OUT.has(step))
        .map((step, index) => (
          // Steps have no identity but their place.
          <Fragment key={`${step.step} ${String(index)}`}>
            <span aria-hidden="true"> → </span>
            <span data-step={step.step}>{wordStep(step, tools)}</span>
          </Fragment>
        ))}
    </span>
  )
}
