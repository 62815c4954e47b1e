import { Button } from '@mantine/core'
import type { Notice } from '@timedesk/contracts/notices'
import type { UseQueryResult } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { Link } from 'react-router'
import { eventWords, useCaseWords } from '../../shared/case-words.ts'
import { casePath } from '../../shared/paths.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import './notices.css'
import { useNoticesWords } from './use-notices-words.ts'
import { useReadNotices } from './use-read-notices.ts'

type NoticeListProps = {
  notices: UseQueryResult<{ data: Notice[]; unread: number }>
  onFollow: () => void
}

/** The latest notices; each leads to its case. */
export function NoticeList({ notices, onFollow }: NoticeListProps) {
  const words = useNoticesWords()
  const readAll = useReadNotices()

  if (notices.isPending) return <LoadingState rows={3} />
  if (notices.data === undefined) {
    return <QueryFailure error={notices.error} onRetry={() => void notices.refetch()} />
  }
  const { data, unread } = notices.data
  return (
    <>
      <div className="ex-notices-head">
        <h2>{words('title')}</h2>
        {unread > 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            loading={readAll.isPending}
            onClick={() => {
              readAll.mutate()
            }}
          >
            {words('markAllRead')}
          </Button>
        )}
      </div>
      {data.length === 0 && <p className="ex-notices-none">{words('none')}</p>}
      <ul className="ex-notices-list">
        {data.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onFollow={onFollow} />
        ))}
      </ul>
    </>
  )
}

function NoticeRow({ notice, onFollow }: { notice: Notice; onFollow: () => void }) {
  const words = useNoticesWords()
  const caseWords = useCaseWords()
  return (
    <li>
      <Link
        className="ex-notice td-focus"
        data-unread={!notice.isRead || undefined}
        to={casePath(notice.case.number)}
        onClick={onFollow}
      >
        <span className="ex-notice-dot" {...(!notice.isRead && { role: 'img', 'aria-label': words('unread') })} />
        <span className="ex-notice-words">
          <span>{eventWords(caseWords, notice.actorName, notice.event) ?? notice.actorName}</span>
          <span className="ex-notice-case">
            #{notice.case.number} {notice.case.subject}
          </span>
          <span className="ex-notice-time">
            <RelativeTime at={notice.at} />
          </span>
        </span>
      </Link>
    </li>
  )
}
