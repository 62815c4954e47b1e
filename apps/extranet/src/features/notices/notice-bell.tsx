import { ActionIcon, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconBell } from '@tabler/icons-react'
import { LoadingState } from '@timedesk/ui/loading-state'
import { lazy, Suspense } from 'react'
import { noticeQueries } from '../../shared/notice-queries.ts'
import './notices.css'
import { useNoticesWords } from './use-notices-words.ts'

const NoticeList = lazy(async () => ({ default: (await import('./notice-list.tsx')).NoticeList }))

const SHOWN_MAX = 99

/** The bell with the number of unread notices; opens the latest of them. */
export function NoticeBell() {
  const words = useNoticesWords()
  const [isOpen, list] = useDisclosure(false)
  const notices = useQuery(noticeQueries.latest())
  const unread = notices.data?.unread ?? 0

  return (
    <Popover opened={isOpen} onChange={list.toggle} position="bottom-end" width={380} shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon
          className="ex-bell"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={unread === 0 ? words('bell') : words('bellUnread', { count: unread })}
          onClick={list.toggle}
        >
          <IconBell size={20} stroke={1.6} />
          {unread > 0 && (
            <span className="ex-bell-count td-number" aria-hidden="true">
              {unread > SHOWN_MAX ? `${SHOWN_MAX}+` : unread}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} className="ex-notices" aria-label={words('title')}>
        <Suspense fallback={<LoadingState rows={3} />}>
          <NoticeList notices={notices} onFollow={list.close} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
