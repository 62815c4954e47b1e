import { ActionIcon, Button } from '@mantine/core'
import { IconArrowMerge, IconArrowUpRight, IconLock, IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import type { ListedCase } from '@timedesk/contracts/work-list'
import { LoadingState } from '@timedesk/ui/loading-state'
import { MarkdownView } from '@timedesk/ui/markdown-view'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { PriorityMark } from '@timedesk/ui/priority-mark'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { StatusPill } from '@timedesk/ui/status-pill'
import { Link } from 'react-router'

import { pictureUrl } from '../../../shared/attachments.ts'
import { CaseNumberLink } from '../../../shared/cases/case-number-link.tsx'
import { DueMark } from '../../../shared/cases/due-mark.tsx'
import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import { useLiveBursts } from '../../../shared/live/live-provider.tsx'
import { paths } from '../../../shared/paths.ts'
import { QueryFailure } from '../../../shared/problems/query-failure.tsx'
import type { Badge } from '../grid/aside.ts'
import { useWorkListWords } from '../use-work-list-words.ts'
import { peekQueries } from './peek-queries.ts'
import './peek.css'
import { usePeekWords } from './use-peek-words.ts'

const LIVE_DELAY_MS = 400

type PeekProps = {
  /** The row that has the focus: its head is there at once, whatever is still to be read. */
  row: ListedCase
  badge: Badge | undefined
  /** What the case page needs to lead to the next one and back. */
  state: unknown
  onClose: () => void
}

/** A case beside the list: its head and what was written last. The focus stays in the list. */
export function Peek({ row, badge, state, onClose }: PeekProps) {
  const words = usePeekWords()
  const queryClient = useQueryClient()
  const messages = useQuery(peekQueries.messages(row.id))
  useLiveBursts(
    ({ caseId }) => caseId === row.id,
    () => void queryClient.invalidateQueries({ queryKey: peekQueries.messages(row.id).queryKey }),
    LIVE_DELAY_MS,
  )

  return (
    <aside className="desk-peek" aria-label={words('peek', { number: row.number })} title={words('keys')}>
      <header className="desk-peek-head">
        <span className="desk-quiet td-number">#{row.number}</span>
        <Button
          component={Link}
          to={paths.case(row.number)}
          state={state}
          variant="subtle"
          size="compact-sm"
          rightSection={<IconArrowUpRight size={15} stroke={1.8} />}
        >
          {words('open')}
        </Button>
        <ActionIcon variant="subtle" color="gray" aria-label={words('close')} onClick={onClose}>
          <IconX size={17} stroke={1.7} />
        </ActionIcon>
      </header>
      <h2 className="desk-peek-subject">{row.subject}</h2>
      {row.mergedIntoNumber !== null && <WentOn number={row.mergedIntoNumber} />}
      <p className="desk-peek-marks">
        <StatusPill category={row.status.category} color={row.status.color} label={row.status.name} />
        <PriorityMark rank={row.priority.level} label={row.priority.name} withLabel />
        <DueMark due={row.due} />
      </p>
      <PeekFacts row={row} badge={badge} />
      <h3 className="desk-peek-title">{words('messages')}</h3>
      {messages.isPending && <LoadingState rows={6} />}
      {messages.isError && messages.data === undefined && (
        <QueryFailure error={messages.error} onRetry={() => void messages.refetch()} />
      )}
      {messages.data?.length === 0 && <p className="desk-quiet">{words('noMessages')}</p>}
      <ol className="desk-peek-messages">
        {messages.data?.map((message) => (
          <PeekMessage key={message.id} message={message} />
        ))}
      </ol>
    </aside>
  )
}

/** Where a merged case goes on. */
function WentOn({ number }: { number: number }) {
  const words = useWorkListWords()
  return (
    <p className="desk-peek-merged">
      <IconArrowMerge size={16} stroke={1.7} aria-hidden="true" />
      <Link to={paths.case(number)}>{words('mergedInto', { number })}</Link>
    </p>
  )
}

function PeekFacts({ row, badge }: { row: ListedCase; badge: Badge | undefined }) {
  const words = usePeekWords()
  const caseWords = useCaseWords()
  const listWords = useWorkListWords()
  const cover = badge?.cover ?? null
  const facts = [
    [caseWords('customer'), row.customer.name],
    [caseWords('contact'), row.contact?.name],
    [caseWords('responsible'), row.responsible?.name ?? caseWords('nobody')],
    [caseWords('type'), row.type?.name],
    [words('cover'), cover === null ? undefined : listWords(`cover_${cover}`)],
    [caseWords('tags'), row.tags.length === 0 ? undefined : row.tags.join(', ')],
  ] as const
  return (
    <dl className="desk-peek-facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

type Message = Extract<TimelineItem, { kind: 'reply' | 'note' }>

function PeekMessage({ message }: { message: Message }) {
  const words = usePeekWords()
  const isNote = message.kind === 'note'
  return (
    <li className="desk-peek-message" data-kind={isNote ? 'note' : message.author.kind}>
      <header>
        <PersonAvatar name={message.author.name} size={22} />
        <strong>{message.author.name}</strong>
        {isNote && (
          <span className="desk-peek-internal">
            <IconLock size={12} stroke={2} aria-hidden="true" />
            {words('internal')}
          </span>
        )}
        <span className="desk-quiet desk-peek-time">
          <RelativeTime at={message.at} />
        </span>
      </header>
      <MarkdownView value={message.body} resolveAttachment={pictureUrl} caseLink={CaseNumberLink} />
    </li>
  )
}
