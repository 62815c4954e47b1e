import { Button } from '@mantine/core'
import type { ExtranetTimelineItem } from '@timedesk/contracts/extranet-cases'
import { useFormat } from '@timedesk/ui/format'
import { LoadingState } from '@timedesk/ui/loading-state'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { eventWords, useCaseWords } from '../../shared/case-words.ts'
import { useMe } from '../../shared/me.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import './case-page.css'
import { TimelineMessage } from './timeline-message.tsx'
import { useCasesWords } from './use-cases-words.ts'
import type { useTimeline } from './use-timeline.ts'

/** The dialogue with what happened in between, oldest first. */
export function Timeline({ timeline }: { timeline: ReturnType<typeof useTimeline> }) {
  const words = useCasesWords()
  const { query, items } = timeline

  if (query.isPending) return <LoadingState />
  if (query.data === undefined) {
    return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />
  }
  return (
    <div className="ex-timeline">
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {words('showEarlier')}
        </Button>
      )}
      <div className="ex-timeline-items" role="log" aria-label={words('dialogue')}>
        {items.map((item) =>
          item.kind === 'reply' ? (
            <TimelineMessage key={item.id} message={item} />
          ) : (
            <TimelineEvent key={item.id} item={item} />
          ),
        )}
        {items.length === 0 && <p className="ex-timeline-none">{words('timelineEmpty')}</p>}
      </div>
    </div>
  )
}

type TimelineEventProps = { item: Extract<ExtranetTimelineItem, { kind: 'event' }> }

function TimelineEvent({ item }: TimelineEventProps) {
  const caseWords = useCaseWords()
  const format = useFormat()
  const me = useMe()
  const isMine = item.author.kind === 'contact' && item.author.id === me.id
  const sentence = eventWords(caseWords, isMine ? caseWords('you') : item.author.name, item.event)
  // The answer itself stands in the dialogue.
  if (sentence === null || item.event.type === 'reply.posted') return null
  return (
    <p className="ex-event" title={format.fullDateTime(item.at)}>
      {sentence} · <RelativeTime at={item.at} />
    </p>
  )
}
