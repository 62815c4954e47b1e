import { IconUserQuestion } from '@tabler/icons-react'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { PriorityMark } from '@timedesk/ui/priority-mark'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { StatusPill } from '@timedesk/ui/status-pill'
import type { KeyboardEvent, Ref } from 'react'
import { Link } from 'react-router'

import { DueMark } from '../../shared/cases/due-mark.tsx'
import { paths } from '../../shared/paths.ts'
import { useWorkListWords } from './use-work-list-words.ts'

type CaseRowProps = {
  row: CaseSummary
  /** What the case page needs to lead to the next one and back. */
  state: unknown
  tabIndex: 0 | -1
  ref: Ref<HTMLAnchorElement>
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** One case of the work list; the whole row is the link. */
export function CaseRow({ row, state, ...roving }: CaseRowProps) {
  const words = useWorkListWords()
  return (
    <Link
      className="desk-case-row"
      data-unread={row.isUnread || undefined}
      to={paths.case(row.number)}
      state={state}
      {...roving}
    >
      <span className="desk-case-dot">
        {row.isUnread && <span className="desk-hidden">{words('unreadMark')}</span>}
      </span>
      <span className="desk-case-number td-number">#{row.number}</span>
      <span className="desk-case-words">
        <span className="desk-case-subject">{row.subject}</span>
        <span className="desk-case-snippet">{row.snippet}</span>
      </span>
      <span className="desk-case-customer" title={row.customer.name}>
        {row.customer.name}
      </span>
      <span className="desk-case-due">
        <DueMark due={row.due} />
      </span>
      <span className="desk-case-status">
        <StatusPill category={row.status.category} color={row.status.color} label={row.status.name} />
      </span>
      <span className="desk-case-priority">
        <PriorityMark rank={row.priority.level} label={row.priority.name} />
      </span>
      <span className="desk-case-responsible">
        {row.responsible === null ? (
          <span
            className="desk-case-nobody"
            role="img"
            aria-label={words('noResponsible')}
            title={words('noResponsible')}
          >
            <IconUserQuestion size={15} stroke={1.6} aria-hidden="true" />
          </span>
        ) : (
          <PersonAvatar name={row.responsible.name} size={26} isNamed />
        )}
      </span>
      <span className="desk-case-time">
        <RelativeTime at={row.lastActivityAt} />
      </span>
    </Link>
  )
}
