import { ActionIcon, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import { lazy, Suspense } from 'react'

import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { noticeQueries } from './notice-queries.ts'
import './notices.css'
import { useNoticeWords } from './use-notice-words.ts'

const NoticeList = lazy(async () => ({ default: (await import('./notice-list.tsx')).NoticeList }))

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
      <Popover.Target>
        <ActionIcon
          className="desk-bell"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={unread === 0 ? words('notices') : words('unread', { count: unread })}
          onClick={list.toggle}
        >
          <IconBell size={20} stroke={1.6} />
          {unread > 0 && (
            <span className="desk-bell-count td-number" aria-hidden="true">
              {unread > UNREAD_MAX ? `${UNREAD_MAX}+` : unread}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={words('notices')}>
        {notices.isPending && <LoadingState rows={3} />}
        {notices.isError && <QueryFailure error={notices.error} onRetry={() => void notices.refetch()} />}
        {notices.data !== undefined && (
          <Suspense fallback={<LoadingState rows={3} />}>
            <NoticeList notices={notices.data.data} hasUnread={unread > 0} onFollow={list.close} />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
