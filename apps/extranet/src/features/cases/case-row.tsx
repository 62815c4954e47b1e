import type { ExtranetCaseSummary, ExtranetExcerpt } from '@timedesk/contracts/extranet-cases'
import { Highlight } from '@timedesk/ui/highlight'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { StatusPill } from '@timedesk/ui/status-pill'
import { Link } from 'react-router'
import { ballWords, useCaseWords } from '../../shared/case-words.ts'
import { casePath } from '../../shared/paths.ts'
import './case-list.css'
import { useCasesWords } from './use-cases-words.ts'

type CaseRowProps = {
  summary: ExtranetCaseSummary
  /** Where the words of a search stand in it. */
  excerpts?: readonly ExtranetExcerpt[]
}

/** A case in a list: a row on a wide screen, a card on a phone; all of it is one link. */
export function CaseRow({ summary, excerpts = [] }: CaseRowProps) {
  const words = useCasesWords()
  const caseWords = useCaseWords()
  const { contact, isMine, isUnread } = summary
  const named = excerpts.find((excerpt) => excerpt.in === 'subject')
  const others = excerpts.filter((excerpt) => excerpt !== named)

  return (
    <li className="ex-case" data-unread={isUnread || undefined}>
      <Link className="ex-case-link td-focus" to={casePath(summary.number)}>
        <span className="ex-case-main">
          <span className="ex-case-heading">
            {isUnread && <span className="ex-case-unread">{caseWords('unread')}</span>}
            <span className="ex-case-subject">{named === undefined ? summary.subject : <Highlight of={named} />}</span>
          </span>
          {others.map((excerpt) => (
            <span key={`${excerpt.in} ${excerpt.itemId ?? ''} ${excerpt.text}`} className="ex-case-excerpt">
              <span className="ex-case-place">{words(`found_${excerpt.in}`)}</span> <Highlight of={excerpt} />
            </span>
          ))}
          {others.length === 0 && summary.snippet !== '' && <span className="ex-case-snippet">{summary.snippet}</span>}
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
