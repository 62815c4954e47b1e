import { Button } from '@mantine/core'
import type { ExtranetTimelineItem } from '@timedesk/contracts/extranet-cases'
import type { ExtranetMe } from '@timedesk/contracts/extranet-identity'
import { LoadingState } from '@timedesk/ui/loading-state'
import { eventWords, useCaseWords } from '../../shared/case-words.ts'
import { Moment } from '../../shared/moment.tsx'
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
  const me = useMe()
  const sentence = eventWords(caseWords, actorWords(item.author, me, caseWords('you')), item.event)
  // The answer itself stands in the dialogue.
  if (sentence === null || item.event.type === 'reply.posted') return null
  return (
    <p className="ex-event">
      {sentence} · <Moment at={item.at} />
    </p>
  )
}

/** Who did it, as the reader knows them: what the system does by itself, the supplier does. */
function actorWords(author: TimelineEventProps['item']['author'], me: ExtranetMe, you: string): string {
  if (author.kind === 'system') return me.supplier
  return author.kind === 'contact' && author.id === me.id ? you : author.name
}
