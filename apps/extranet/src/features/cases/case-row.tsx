import type { ExtranetCaseSummary } from '@timedesk/contracts/extranet-cases'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { StatusPill } from '@timedesk/ui/status-pill'
import { Link } from 'react-router'
import { ballWords, useCaseWords } from '../../shared/case-words.ts'
import { casePath } from '../../shared/paths.ts'
import './case-list.css'
import { useCasesWords } from './use-cases-words.ts'

/** A case in a list: a row on a wide screen, a card on a phone; all of it is one link. */
export function CaseRow({ summary }: { summary: ExtranetCaseSummary }) {
  const words = useCasesWords()
  const caseWords = useCaseWords()
  const { contact, isMine, isUnread } = summary

  return (
    <li className="ex-case" data-unread={isUnread || undefined}>
      <Link className="ex-case-link td-focus" to={casePath(summary.number)}>
        <span className="ex-case-main">
          <span className="ex-case-heading">
            {isUnread && <span className="ex-case-unread">{caseWords('unread')}</span>}
            <span className="ex-case-subject">{summary.subject}</span>
          </span>
          {summary.snippet !== '' && <span className="ex-case-snippet">{summary.snippet}</span>}
          <span className="ex-case-facts">
            <span className="td-number">#{summary.number}</span>
            {!isMine && contact !== null && <span>{words('reportedBy', { name: contact.name })}</span>}
            {summary.type !== null && <span>{summary.type.name}</span>}
          </span>
        </span>
        <span className="ex-case-state">
          <StatusPill
            category={summary.status.category}
            color={summary.status.color}
            label={summary.ball === 'customer' ? ballWords(caseWords, summary) : summary.status.name}
          />
          <span className="ex-case-time">
            <RelativeTime at={summary.lastActivityAt} />
          </span>
        </span>
      </Link>
    </li>
  )
}
