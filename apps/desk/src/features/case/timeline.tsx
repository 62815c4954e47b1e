import { Button } from '@mantine/core'
import type { Case } from '@timedesk/contracts/cases'
import { LoadingState } from '@timedesk/ui/loading-state'
import { Fragment } from 'react'

import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { Lanes, type LaneChoice } from './log/lanes.tsx'
import { LeavingMessages } from './log/leaving-messages.tsx'
import { toLogRows } from './log/log-rows.ts'
import { MachineChanges } from './log/machine-changes.tsx'
import { useLogWords } from './log/use-log-words.ts'
import { TimelineEntry } from './timeline-entry.tsx'
import './timeline.css'
import type { useTimeline } from './use-timeline.ts'

type TimelineProps = {
  subject: Case
  log: ReturnType<typeof useTimeline>
  lane: LaneChoice
  onLane: (lane: LaneChoice) => void
}

/** Everything that happened on a case, in order of time, with lanes to look at one kind of it. */
export function Timeline({ subject, log, lane, onLane }: TimelineProps) {
  const words = useLogWords()
  const { timeline, items, firstNewId } = log

  return (
    <section aria-label={words('log')} className="desk-log">
      <Lanes caseId={subject.id} lane={lane} onLane={onLane} />
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
        {toLogRows(items, firstNewId).map((row) => (
          <Fragment key={row.id}>
            {row.id === firstNewId && (
              <li>
                <div className="desk-log-new" role="separator">
                  <span>{words('newSince')}</span>
                </div>
              </li>
            )}
            {row.kind === 'machine' ? (
              <MachineChanges row={row} />
            ) : (
              <TimelineEntry item={row.item} time={row.time} subject={subject} />
            )}
          </Fragment>
        ))}
        <LeavingMessages caseId={subject.id} lane={lane} />
      </ol>
    </section>
  )
}
