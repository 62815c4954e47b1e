import { ActionIcon, Button, Indicator, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { readNotices, type Notice } from '@timedesk/contracts/notices'
import { EmptyState } from '@timedesk/ui/empty-state'
import { LoadingState } from '@timedesk/ui/loading-state'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { Link } from 'react-router'

import { client } from '../../shared/client.ts'
import { createWords } from '../../shared/create-words.ts'
import { useEventWording } from '../../shared/events/use-event-wording.ts'
import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { paths } from '../../shared/paths.ts'
import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { noticeQueries } from './notice-queries.ts'
import type { noticeEnglish } from './notice-texts.ts'
import './notices.css'

const useNoticeWords = createWords<typeof noticeEnglish>('notices')
const REFRESH_DELAY_MS = 1_500
const UNREAD_MAX = 99

/** The bell: how much is unread, what it is, and the way to its case. */
export function NoticeBell() {
  const words = useNoticeWords()
  const [isOpen, list] = useDisclosure(false)
  const notices = useQuery(noticeQueries.latest())
  useLiveBursts(
    ({ caseId }) => caseId !== null,
    () => void notices.refetch(),
    REFRESH_DELAY_MS,
  )
  const unread = notices.data?.unread ?? 0

  return (
    <Popover opened={isOpen} onChange={list.toggle} position="bottom-end" width={380} shadow="md" trapFocus>
      <Indicator
        label={unread > UNREAD_MAX ? `${UNREAD_MAX}+` : unread}
        size={17}
        offset={5}
        disabled={unread === 0}
        color="fjord"
      >
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={unread === 0 ? words('notices') : words('unread', { count: unread })}
            onClick={list.toggle}
          >
            <IconBell size={20} stroke={1.6} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={words('notices')}>
        {notices.isPending && <LoadingState rows={3} />}
        {notices.isError && <QueryFailure error={notices.error} onRetry={() => void notices.refetch()} />}
        {notices.data !== undefined && (
          <NoticeList notices={notices.data.data} hasUnread={unread > 0} onFollow={list.close} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

type NoticeListProps = { notices: readonly Notice[]; hasUnread: boolean; onFollow: () => void }

function NoticeList({ notices, hasUnread, onFollow }: NoticeListProps) {
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
