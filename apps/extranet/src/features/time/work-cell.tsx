import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { AskAboutTime } from './ask-about-time.tsx'
import { TimeQuestion } from './time-question.tsx'
import './time.css'
import { useTimeWords } from './use-time-words.ts'

/** What was done and by whom, and what was asked about it. */
export function WorkCell({ caseId, line }: { caseId: string; line: ExtranetTimeLine }) {
  const words = useTimeWords()
  const { activityType, employee, isReversal, isInvoiced, question, can } = line
  const text = line.text === '' && isReversal ? words('takenBackText') : line.text
  return (
    <span className="ex-time-work">
      {isReversal && <span className="ex-time-back">{words('takenBack')}</span>}
      <span>{text === '' ? activityType : text}</span>
      <span className="ex-time-quiet">
        {[text === '' ? '' : activityType, employee, isInvoiced ? words('invoiced') : '']
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      {question !== null && <TimeQuestion question={question} />}
      {can.question && <AskAboutTime caseId={caseId} line={line} />}
    </span>
  )
}
