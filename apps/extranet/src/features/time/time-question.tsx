import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { useFormat } from '@timedesk/ui/format'
import { IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import './time.css'
import { useTimeWords } from './use-time-words.ts'

type Question = NonNullable<ExtranetTimeLine['question']>

/** What was asked about a line, and what came of it. */
export function TimeQuestion({ question: asked }: { question: Question }) {
  const words = useTimeWords()
  const format = useFormat()
  const { state, question, askedBy, askedAt, resolution, answer } = asked
  const Icon = state === 'open' ? IconHelpCircle : IconCircleCheck
  return (
    <span className="ex-time-question" data-state={state}>
      <span className="ex-time-question-state">
        <Icon size={14} stroke={2} aria-hidden="true" />
        {words(state === 'open' ? 'questionOpen' : 'questionAnswered')}
      </span>
      <q>{question}</q>
      <span className="ex-time-quiet">{words('askedBy', { name: askedBy, day: format.date(askedAt) })}</span>
      {state === 'open' && <span>{words('questionMeanwhile')}</span>}
      {state === 'answered' && (
        <span className="ex-time-answer">
          {resolution !== null && <strong>{words(`resolution_${resolution}`)}</strong>} {answer}
        </span>
      )}
    </span>
  )
}
