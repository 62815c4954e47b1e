import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { readNotices, type Notice } from '@timedesk/contracts/notices'
import { EmptyState } from '@timedesk/ui/empty-state'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { Link } from 'react-router'

import { client } from '../../shared/client.ts'
import { useEventWording } from '../../shared/events/use-event-wording.ts'
import { paths } from '../../shared/paths.ts'
import { noticeQueries } from './notice-queries.ts'
import { useNoticeWords } from './use-notice-words.ts'

type NoticeListProps = { notices: readonly Notice[]; hasUnread: boolean; onFollow: () => void }

/** What happened, the newest first, with the way to each case. */
export function NoticeList({ notices, hasUnread, onFollow }: NoticeListProps) {
  const words = useNoticeWords()
  const wordEvent = useEventWording()
  const queryClient = useQueryClient()
  const readAll = useMutation({
    mutationFn: () => client.call(readNotices),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: noticeQueries.latest().queryKey }),
  })
  if (notices.length === 0) return <EmptyState title={words('none')}>{words('noneText')}</EmptyState>
  return (
    <>
      <div className="desk-notices-head">
        <h2>{words('notices')}</h2>
        {hasUnread && (
          <Button size="compact-xs" variant="subtle" loading={readAll.isPending} onClick={() => readAll.mutate()}>
            {words('readAll')}
          </Button>
        )}
      </div>
      <ul className="desk-notices">
        {notices.map((notice) => (
          <li key={notice.id}>
            <Link
              className="desk-notice td-focus"
              data-unread={!notice.isRead || undefined}
              to={paths.case(notice.case.number)}
              onClick={onFollow}
            >
              <span className="desk-notice-case">
                {!notice.isRead && <span className="desk-hidden">{words('unreadMark')} </span>}#{notice.case.number}{' '}
                {notice.case.subject}
              </span>
              <span className="desk-notice-text">
                {notice.actorName} {wordEvent(notice.event)} · <RelativeTime at={notice.at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
