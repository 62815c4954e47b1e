import { Button, Checkbox } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { SplitPreview } from '@timedesk/contracts/case-splits'
import type { Case } from '@timedesk/contracts/cases'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { plainText } from '@timedesk/domain/text/plain-text'
import { LoadingState } from '@timedesk/ui/loading-state'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { casePageQueries } from '../case-page-queries.ts'
import { useSplitWords } from './use-split-words.ts'

const SHOWN_LENGTH_MAX = 160

type Message = Extract<TimelineItem, { kind: 'reply' | 'note' }>

type SplitMessagesProps = {
  subject: Case
  preview: SplitPreview | undefined
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}

/** The messages of a case, to choose from; newest first. */
export function SplitMessages({ subject, preview, chosen, onChoose }: SplitMessagesProps) {
  const words = useSplitWords()
  const log = useInfiniteQuery(casePageQueries.timeline(subject.id, ['dialogue', 'internal']))
  if (log.isPending) return <LoadingState rows={3} />
  if (log.data === undefined) return <p className="desk-refusal">{words('loadFailed')}</p>
  const messages = log.data.pages.flatMap(({ data }) => data).filter((item): item is Message => isMessage(item))
  const descriptionId = preview?.messages.find(({ isDescription }) => isDescription)?.id
  return (
    <Checkbox.Group label={words('messages')} value={[...chosen]} onChange={onChoose}>
      <ul className="desk-split-lines">
        {messages.map((message) => (
          <li key={message.id}>
            <Checkbox
              value={message.id}
              disabled={message.splitTo !== undefined}
              label={<MessageWords message={message} isFirst={message.id === descriptionId} />}
              description={shortOf(message.body)}
            />
          </li>
        ))}
      </ul>
      {log.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {words('more')}
        </Button>
      )}
    </Checkbox.Group>
  )
}

function MessageWords({ message, isFirst }: { message: Message; isFirst: boolean }) {
  const words = useSplitWords()
  const { author, kind, at, attachments, splitTo } = message
  return (
    <>
      {author.name} · <RelativeTime at={at} />
      {kind === 'note' && ` · ${words('internal')}`}
      {attachments.length > 0 && ` · ${words('files', { count: attachments.length })}`}
      {splitTo !== undefined && ` · ${words('wasSplit')}`}
      {isFirst && <strong> · {words('description')}</strong>}
    </>
  )
}

function isMessage(item: TimelineItem): boolean {
  return item.kind === 'reply' || item.kind === 'note'
}

function shortOf(body: string): string {
  const text = plainText(body)
  return text.length > SHOWN_LENGTH_MAX ? `${text.slice(0, SHOWN_LENGTH_MAX - 1)}…` : text
}
