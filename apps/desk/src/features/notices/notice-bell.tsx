import { ActionIcon } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Drop } from '@timedesk/ui/drop'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { LoadingState } from '@timedesk/ui/loading-state'
import { lazy, useState } from 'react'

import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { noticeQueries } from './notice-queries.ts'
import './notices.css'
import { useNoticeWords } from './use-notice-words.ts'

const NoticeList = lazy(async () => ({ default: (await import('./notice-list.tsx')).NoticeList }))
const AskedToasts = lazy(async () => ({ default: (await import('./asked-toasts.tsx')).AskedToasts }))

const REFRESH_DELAY_MS = 500
const UNREAD_MAX = 99

/** The bell: what matters much is counted, what matters less is a dot, and the rest waits in its list. */
export function NoticeBell() {
  const words = useNoticeWords()
  const queryClient = useQueryClient()
  const [isOpen, list] = useDisclosure(false)
  const notices = useInfiniteQuery(noticeQueries.entries())
  useLiveBursts(
    ({ type }) => type === 'notices.changed',
    () => void queryClient.invalidateQueries({ queryKey: noticeQueries.all() }),
    REFRESH_DELAY_MS,
  )
  const [asked, setAsked] = useState<{ caseIds: ReadonlySet<string>; before: ReadonlySet<string> } | null>(null)
  useLiveBursts(
    ({ type }) => type === 'case.asked',
    (heard) => {
      const caseIds = heard.flatMap(({ caseId }) => caseId ?? [])
      const before = notices.data?.pages.flatMap((page) => page.data.map(({ latest }) => latest.id)) ?? []
      setAsked((known) => ({
        caseIds: new Set([...(known?.caseIds ?? []), ...caseIds]),
        before: known?.before ?? new Set(before),
      }))
    },
    0,
  )
  const { high, normal } = notices.data?.pages[0]?.unread ?? { high: 0, normal: 0 }
  const name =
    high > 0 ? words('unreadHigh', { count: high }) : normal > 0 ? words('unread', { count: normal }) : words('notices')

  return (
    <>
      {asked !== null && (
        <LazyPart>
          <AskedToasts {...asked} />
        </LazyPart>
      )}
      <Drop
        kind="panel"
        isOpen={isOpen}
        onOpen={(isNow) => (isNow ? list.open() : list.close())}
        position="bottom-end"
        width="min(25rem, calc(100vw - 1rem))"
        label={words('notices')}
        isTight
        target={
          <ActionIcon className="desk-bell" variant="subtle" color="gray" size="lg" aria-label={name}>
            <IconBell size={20} stroke={1.6} />
            {high > 0 && (
              <span className="desk-bell-count td-number" aria-hidden="true">
                {high > UNREAD_MAX ? `${UNREAD_MAX}+` : high}
              </span>
            )}
            {high === 0 && normal > 0 && <span className="desk-bell-dot" aria-hidden="true" />}
          </ActionIcon>
        }
      >
        <LazyPart isNeeded fallback={<LoadingState rows={3} />}>
          <NoticeList onClose={list.close} />
        </LazyPart>
      </Drop>
    </>
  )
}
