import type { RatingStep } from '@timedesk/contracts/rating'

import './rating.css'
import { useRatingTools } from './use-rating-tools.ts'
import { wordStep } from './word-step.ts'

type RatingStepsProps = { minutes: number; explanation: readonly RatingStep[] }

/** Every step from minutes to money, one below the other. */
export function RatingSteps({ minutes, explanation }: RatingStepsProps) {
  const tools = useRatingTools(explanation)
  const { words, format } = tools
  return (
    <ol className="desk-rating-steps" aria-label={words('how')}>
      <li>{words('minutes', { minutes: format.minutes(minutes) })}</li>
      {explanation.map((step, index) => (
        <li key={`${step.step} ${String(index)}`} data-step={step.step}>
          {wordStep(step, tools)}
        </li>
      ))}
    </ol>
  )
}
