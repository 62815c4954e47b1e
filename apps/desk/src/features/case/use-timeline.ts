import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { markCaseRead, type Case } from '@timedesk/contracts/cases'
import { type Lane, type TimelineItem } from '@timedesk/contracts/dialogue'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { client } from '../../shared/client.ts'
import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { besideQueries } from './beside-queries.ts'
import { casePageQueries } from './case-page-queries.ts'
import { lastVisit, rememberVisit } from './visits.ts'

const LIVE_DELAY_MS = 300

/** The log of a case in order of time, kept true while it is on the screen, and marked as read once it was shown. */
export function useTimeline(subject: Case, lanes: readonly Lane[]) {
  const queryClient = useQueryClient()
  const me = useMe()
  const [visitBefore] = useState(() => lastVisit(me.id, subject.id))
  const timeline = useInfiniteQuery(casePageQueries.timeline(subject.id, lanes))
  const items = (timeline.data?.pages ?? []).flatMap(({ data }) => data).reverse()
  const newest = items.at(-1)?.at

  useLiveBursts(
    ({ caseId }) => caseId === subject.id,
    () => {
      void queryClient.invalidateQueries({ queryKey: casePageQueries.timelines(subject.id) })
      void queryClient.invalidateQueries({ queryKey: casePageQueries.detail(String(subject.number)).queryKey })
      void queryClient.invalidateQueries({ queryKey: besideQueries.of(subject.id) })
    },
    LIVE_DELAY_MS,
  )

  const { mutate: markRead } = useMutation({
    mutationFn: () => client.call(markCaseRead, { params: { caseId: subject.id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['notices'] }),
  })
  const markSeen = useEffectEvent((seenUntil: string) => {
    rememberVisit(me.id, subject.id, seenUntil)
    markRead()
  })
  useEffect(() => {
    if (newest !== undefined && lanes.length === 0 && document.visibilityState === 'visible') markSeen(newest)
  }, [newest, lanes.length])

  useFirstScroll(timeline.isSuccess && visitBefore !== null)

  return { timeline, items: withoutDoubles(items), firstNewId: firstNew(items, visitBefore, me.id)?.id }
}

/** Who comes back begins at what is new, or else at the end of the log. */
function useFirstScroll(isReady: boolean): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (!isReady || isDone.current) return
    isDone.current = true
    const divider = document.querySelector('.desk-log-new')
    if (divider === null) window.scrollTo({ top: document.body.scrollHeight })
    else divider.scrollIntoView({ block: 'center' })
  }, [isReady])
}

/** An event that says no more than the message or the time beside it is left out. */
function withoutDoubles(items: readonly TimelineItem[]): TimelineItem[] {
  const shown = new Set(items.flatMap((item) => (item.kind === 'time' ? [item.entry.id] : [item.id])))
  return items.filter((item) => {
    if (item.kind !== 'event') return true
    const { event } = item
    if (event.type === 'reply.posted') return !shown.has(event.replyId)
    if (event.type === 'note.written') return !shown.has(event.noteId)
    return event.type !== 'time.registered' || !shown.has(event.entryId)
  })
}

function firstNew(items: readonly TimelineItem[], visitBefore: string | null, myId: string): TimelineItem | undefined {
  if (visitBefore === null) return undefined
  return items.find((item) => item.at > visitBefore && authorOf(item) !== myId)
}

function authorOf(item: TimelineItem): string | null {
  return item.kind === 'time' ? item.entry.employee.id : item.author.id
}
