import { ActionIcon, Button, Switch } from '@mantine/core'
import { IconSettings } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { NoticeEntry } from '@timedesk/contracts/notices'
import { EmptyState } from '@timedesk/ui/empty-state'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useState } from 'react'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import './notice-list.css'
import { NoticeLine } from './notice-line.tsx'
import { noticeQueries } from './notice-queries.ts'
import { useMarkNotices } from './use-mark-notices.ts'
import { useNoticeListWords } from './use-notice-list-words.ts'

/** What one is told of, case by case; what matters little is folded away. */
export function NoticeList({ onClose }: { onClose: () => void }) {
  const words = useNoticeListWords()
  const [only, setOnly] = useState<'all' | 'unread'>('all')
  const entries = useInfiniteQuery(noticeQueries.entries(only))
  const { all } = useMarkNotices()
  const unread = entries.data?.pages[0]?.unread
  const hasUnread = unread !== undefined && unread.high + unread.normal + unread.low > 0
  const isEmpty = entries.data?.pages.every(({ data }) => data.length === 0) === true
  const rows = entries.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <>
      <div className="desk-notices-head">
        <h2>{words('notices')}</h2>
        {hasUnread && (
          <Button size="compact-xs" variant="subtle" loading={all.isPending} onClick={() => all.mutate(undefined)}>
            {words('readAll')}
          </Button>
        )}
        <ActionIcon
          component={Link}
          to={paths.noticeSettings}
          variant="subtle"
          color="gray"
          aria-label={words('settings')}
          title={words('settings')}
          onClick={onClose}
        >
          <IconSettings size={17} stroke={1.6} />
        </ActionIcon>
      </div>
      <div className="desk-notices-tools">
        <Switch
          size="xs"
          label={words('onlyUnread')}
          checked={only === 'unread'}
          onChange={(event) => setOnly(event.currentTarget.checked ? 'unread' : 'all')}
        />
      </div>
      {entries.isPending && <LoadingState rows={3} />}
      {entries.isError && <QueryFailure error={entries.error} onRetry={() => void entries.refetch()} />}
      {isEmpty && (
        <EmptyState title={words(only === 'unread' ? 'noneUnread' : 'none')}>
          {words(only === 'unread' ? 'noneUnreadText' : 'noneText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className="desk-notices-scroll">
          <Entries rows={rows} onFollow={onClose} />
          {entries.hasNextPage && (
            <Button
              fullWidth
              size="compact-sm"
              variant="subtle"
              color="gray"
              loading={entries.isFetchingNextPage}
              onClick={() => void entries.fetchNextPage()}
            >
              {words('more')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

type EntriesProps = { rows: readonly NoticeEntry[]; onFollow: () => void }

/** What is read stays in its place, whatever it weighs: it is in nobody's way. */
function Entries({ rows, onFollow }: EntriesProps) {
  const words = useNoticeListWords()
  const isFolded = ({ level, isRead }: NoticeEntry) => level === 'low' && !isRead
  const folded = rows.filter(isFolded)
  return (
    <>
      <ul className="desk-notices" aria-label={words('notices')}>
        {rows
          .filter((entry) => !isFolded(entry))
          .map((entry) => (
            <NoticeLine key={entry.case.id} entry={entry} onFollow={onFollow} />
          ))}
      </ul>
      {folded.length > 0 && (
        <details className="desk-notices-low">
          <summary className="td-focus">{words('low', { count: folded.length })}</summary>
          <ul className="desk-notices">
            {folded.map((entry) => (
              <NoticeLine key={entry.case.id} entry={entry} onFollow={onFollow} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
