import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { markCaseRead, type Case } from '@timedesk/contracts/cases'
import type { Lane } from '@timedesk/contracts/dialogue'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { client } from '../../shared/client.ts'
import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { besideQueries } from './beside-queries.ts'
import { casePageQueries } from './case-page-queries.ts'
import { firstNew, withoutDoubles } from './log/log-rows.ts'
import { useAnchoredId, useItemAnchor } from './log/use-item-anchor.ts'
import { useSentScroll } from './log/use-sent-scroll.ts'

const LIVE_DELAY_MS = 300

/** The log of a case in order of time, kept true while it is on the screen, and marked as read once it was shown. */
export function useTimeline(subject: Case, lanes: readonly Lane[]) {
  const queryClient = useQueryClient()
  const me = useMe()
  // What was unread when the person came stays marked while they are here.
  const [readBefore] = useState(subject.readUntil)
  const timeline = useInfiniteQuery(casePageQueries.timeline(subject.id, lanes))
  const items = (timeline.data?.pages ?? []).flatMap(({ data }) => data).reverse()
  const newest = items.at(-1)?.at
  const detailKey = casePageQueries.detail(String(subject.number)).queryKey

  useLiveBursts(
    // What passes without an event is no news of the case itself.
    ({ caseId, eventId }) => caseId === subject.id && eventId !== null,
    () => {
      void queryClient.invalidateQueries({ queryKey: casePageQueries.timelines(subject.id) })
      void queryClient.invalidateQueries({ queryKey: detailKey })
      void queryClient.invalidateQueries({ queryKey: besideQueries.of(subject.id) })
    },
    LIVE_DELAY_MS,
  )

  const { mutate: markRead } = useMutation({
    mutationFn: async (readUntil: string) => {
      await client.call(markCaseRead, { params: { caseId: subject.id } })
      return readUntil
    },
    onSuccess: (readUntil) => {
      queryClient.setQueryData(detailKey, (known) => known && { ...known, readUntil, isUnread: false })
      return queryClient.invalidateQueries({ queryKey: ['notices'] })
    },
  })
  const markSeen = useEffectEvent((seenUntil: string) => markRead(seenUntil))
  useEffect(() => {
    if (newest !== undefined && lanes.length === 0 && document.visibilityState === 'visible') markSeen(newest)
  }, [newest, lanes.length])

  const anchoredId = useAnchoredId()
  useItemAnchor(anchoredId, {
    items,
    isReady: timeline.isSuccess,
    hasEarlier: timeline.hasNextPage,
    isReading: timeline.isFetchingNextPage,
    readEarlier: () => void timeline.fetchNextPage(),
  })
  useSentScroll(subject.id, items)
  useFirstScroll(timeline.isSuccess && readBefore !== null && anchoredId === null)

  return { timeline, items: withoutDoubles(items), firstNewId: firstNew(items, readBefore, me.id)?.id }
}

/** Who comes back begins at what is new, or else at the end of the log. */
function useFirstScroll(isReady: boolean): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (!isReady || isDone.current) return
    isDone.current = true
    const divider = document.querySelector('.desk-log-new')
    if (divider !== null) divider.scrollIntoView({ block: 'center' })
    else document.querySelector('.desk-log-items > :last-child')?.scrollIntoView({ block: 'nearest' })
  }, [isReady])
}
