import { Anchor } from '@mantine/core'
import type { Reference } from '@timedesk/contracts/primitives'
import type { TimeQuestion } from '@timedesk/contracts/time-questions'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { Mark } from '../../shared/lists/mark.tsx'
import { paths } from '../../shared/paths.ts'
import './questions.css'
import { useQuestionWords } from './use-question-words.ts'

const LOOKS = { confirmed: 'quiet', adjusted: 'chosen', not_charged: 'warn' } as const

type CellProps = { question: TimeQuestion }

/** What was asked, by whom and when. */
export function AskedCell({ question: { question, askedBy, askedAt } }: CellProps) {
  const words = useQuestionWords()
  const format = useFormat()
  return (
    <div className="desk-stack desk-asked">
      <q>{question}</q>
      <span className="desk-quiet desk-small">{words('askedBy', { name: askedBy, at: format.dateTime(askedAt) })}</span>
    </div>
  )
}

/** The work it is about, and the draft that stands still meanwhile. */
export function TimeCell({ question: { case: supportCase, entry } }: CellProps) {
  const words = useQuestionWords()
  const format = useFormat()
  const { employee, workDate, minutes, text, onDraft } = entry
  return (
    <div className="desk-stack">
      {supportCase === null ? (
        <span>{words('noCase')}</span>
      ) : (
        <Anchor component={Link} to={paths.case(supportCase.number)}>
          #{supportCase.number} {supportCase.subject}
        </Anchor>
      )}
      <span className="desk-quiet desk-small">
        {[format.minutes(minutes), employee.name, format.workDate(workDate), text]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      {onDraft !== null && (
        <Anchor component={Link} to={paths.invoice(onDraft)} className="desk-small">
          {words('onDraft')}
        </Anchor>
      )}
    </div>
  )
}

export function CustomerCell({ customer }: { customer: Reference }) {
  return (
    <Anchor component={Link} to={paths.customer(customer.id)}>
      {customer.name}
    </Anchor>
  )
}

/** What came of it, and what the customer was answered. */
export function OutcomeCell({ question: { resolution, answer, answeredByName, answeredAt } }: CellProps) {
  const words = useQuestionWords()
  const format = useFormat()
  return (
    <div className="desk-stack desk-asked">
      {resolution !== null && (
        <span className="desk-outcome">
          <Mark kind={LOOKS[resolution]}>{words(`resolution_${resolution}`)}</Mark>
        </span>
      )}
      <span>{answer}</span>
      {answeredAt !== null && (
        <span className="desk-quiet desk-small">
          {words('answeredBy', { name: answeredByName ?? '', at: format.dateTime(answeredAt) })}
        </span>
      )}
    </div>
  )
}
