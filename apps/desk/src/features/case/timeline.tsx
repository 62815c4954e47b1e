import { Button, SegmentedControl } from '@mantine/core'
import type { Case } from '@timedesk/contracts/cases'
import type { Lane, TimelineItem } from '@timedesk/contracts/dialogue'
import { LoadingState } from '@timedesk/ui/loading-state'
import { Fragment } from 'react'

import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { TimelineEntry } from './timeline-entry.tsx'
import './timeline.css'
import { useCasePageWords } from './use-case-page-words.ts'
import type { useTimeline } from './use-timeline.ts'

const LANES = ['all', 'dialogue', 'internal', 'time', 'changes'] as const
export type LaneChoice = (typeof LANES)[number]
const LANE_WORDS = {
  all: 'laneAll',
  dialogue: 'laneDialogue',
  internal: 'laneInternal',
  time: 'laneTime',
  changes: 'laneChanges',
} as const

/** What the API is asked for: nothing in particular means everything. */
export function lanesOf(choice: LaneChoice): Lane[] {
  return choice === 'all' ? [] : [choice]
}

type TimelineProps = {
  subject: Case
  log: ReturnType<typeof useTimeline>
  lane: LaneChoice
  onLane: (lane: LaneChoice) => void
}

/** Everything that happened on a case, in order of time, with lanes to look at one kind of it. */
export function Timeline({ subject, log, lane, onLane }: TimelineProps) {
  const words = useCasePageWords()
  const { timeline, items, firstNewId } = log
  const withMessages = groupTime(items)

  return (
    <section aria-label={words('log')} className="desk-log">
      <div className="desk-lanes">
        <SegmentedControl
          aria-label={words('lanes')}
          size="xs"
          value={lane}
          data={LANES.map((name) => ({ value: name, label: words(LANE_WORDS[name]) }))}
          onChange={(chosen) => onLane(LANES.find((name) => name === chosen) ?? 'all')}
        />
      </div>
      {timeline.isPending && <LoadingState rows={8} />}
      {timeline.isError && items.length === 0 && (
        <QueryFailure error={timeline.error} onRetry={() => void timeline.refetch()} />
      )}
      {timeline.hasNextPage && (
        <div className="desk-log-earlier">
          <Button
            variant="default"
            size="xs"
            loading={timeline.isFetchingNextPage}
            onClick={() => void timeline.fetchNextPage()}
          >
            {words('earlier')}
          </Button>
        </div>
      )}
      {timeline.isSuccess && items.length === 0 && <p className="desk-quiet">{words('emptyLane')}</p>}
      <ol className="desk-log-items" aria-live="polite" aria-relevant="additions">
        {withMessages.map(({ item, time }) => (
          <Fragment key={item.id}>
            {item.id === firstNewId && (
              <li className="desk-log-new" role="separator">
                <span>{words('newSince')}</span>
              </li>
            )}
            <TimelineEntry item={item} time={time} subject={subject} />
          </Fragment>
        ))}
      </ol>
    </section>
  )
}

type TimeItem = Extract<TimelineItem, { kind: 'time' }>

/** Time that was registered with a message stands in that message; all other items stand for themselves. */
function groupTime(items: readonly TimelineItem[]): { item: TimelineItem; time: TimeItem[] }[] {
  const messages = new Set(items.filter(({ kind }) => kind === 'reply' || kind === 'note').map(({ id }) => id))
  const within = (item: TimelineItem): item is TimeItem & { messageId: string } =>
    item.kind === 'time' && item.messageId !== null && messages.has(item.messageId)
  const times = Map.groupBy(items.filter(within), ({ messageId }) => messageId)
  return items.filter((item) => !within(item)).map((item) => ({ item, time: times.get(item.id) ?? [] }))
}
