import { IconArrowRight, IconClock, IconLock, IconWorld } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { AttachmentList } from '@timedesk/ui/attachment-list'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { MarkdownView } from '@timedesk/ui/markdown-view'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { lazy } from 'react'
import { Link } from 'react-router'

import { listedFiles, pictureUrl } from '../../shared/attachments.ts'
import { CaseNumberLink } from '../../shared/cases/case-number-link.tsx'
import { paths } from '../../shared/paths.ts'
import { MessageMenu } from './log/message-menu.tsx'
import { useLogWords } from './log/use-log-words.ts'
import { useCasePageWords } from './use-case-page-words.ts'

// The words for all that can happen and be said of time are many; the messages do not wait for them.
const EventWords = lazy(async () => ({ default: (await import('./log/event-words.tsx')).EventWords }))
const TimeWords = lazy(async () => ({ default: (await import('./time-words.tsx')).TimeWords }))

type Of<Kind extends TimelineItem['kind']> = Extract<TimelineItem, { kind: Kind }>
type Message = Of<'reply'> | Of<'note'>

type TimelineEntryProps = { item: TimelineItem; time: readonly Of<'time'>[]; subject: Case }

/** One item of the log in the form of its kind. */
export function TimelineEntry({ item, time, subject }: TimelineEntryProps) {
  if (item.kind === 'time') return <TimeLine item={item} />
  if (item.kind === 'event') return <EventLine item={item} />
  return <MessageCard message={item} time={time} subject={subject} />
}

function MessageCard({ message, time, subject }: { message: Message; time: readonly Of<'time'>[]; subject: Case }) {
  const words = useCasePageWords()
  const isNote = message.kind === 'note'
  const isFromCustomer = message.author.kind === 'contact'
  return (
    <li
      id={`item-${message.id}`}
      tabIndex={-1}
      className="desk-message"
      data-kind={isNote ? 'note' : isFromCustomer ? 'customer' : 'reply'}
    >
      <article aria-label={`${isNote ? words('internal') : words('public')}: ${message.author.name}`}>
        <header className="desk-message-head">
          <PersonAvatar name={message.author.name} size={28} />
          <strong>{message.author.name}</strong>
          {isFromCustomer && <span className="desk-quiet">{subject.customer.name}</span>}
          <span className="desk-message-kind">
            {isNote ? (
              <IconLock size={13} stroke={2} aria-hidden="true" />
            ) : (
              <IconWorld size={13} stroke={1.8} aria-hidden="true" />
            )}
            {words(isNote ? 'internal' : message.isDescription ? 'description' : 'public')}
          </span>
          <FamilyMarks message={message} />
          <span className="desk-message-time">
            <RelativeTime at={message.at} />
          </span>
          <MessageMenu subject={subject} message={message} />
        </header>
        <MarkdownView value={message.body} resolveAttachment={pictureUrl} caseLink={CaseNumberLink} />
        <AttachmentList attachments={listedFiles(message.attachments, message.body)} />
        {time.length > 0 && (
          <ul className="desk-message-times" aria-label={words('withMessage')}>
            {time.map((item) => (
              <li key={item.id}>
                <LazyPart isNeeded fallback={<Coming />}>
                  <TimeWords item={item} />
                </LazyPart>
              </li>
            ))}
          </ul>
        )}
      </article>
    </li>
  )
}

/** The case that a message or a change came with, and the one that it was split off to. */
function FamilyMarks({ message: { origin, splitTo } }: { message: Pick<Message, 'origin' | 'splitTo'> }) {
  const words = useLogWords()
  return (
    <>
      {origin !== undefined && (
        <Link className="desk-message-family" to={paths.case(origin.number)}>
          {words('cameWith', { number: origin.number })}
        </Link>
      )}
      {splitTo !== undefined && (
        <Link className="desk-message-family" to={paths.case(splitTo.number)}>
          {words('splitTo', { number: splitTo.number })}
        </Link>
      )}
    </>
  )
}

function TimeLine({ item }: { item: Of<'time'> }) {
  return (
    <li id={`item-${item.id}`} tabIndex={-1} className="desk-log-line" data-kind="time">
      <IconClock size={15} stroke={1.7} aria-hidden="true" />
      <span>
        <LazyPart isNeeded fallback={<Coming />}>
          <TimeWords item={item} />
        </LazyPart>
      </span>
      <span className="desk-message-time">
        <RelativeTime at={item.at} />
      </span>
    </li>
  )
}

/** A change, in words. */
export function EventLine({ item }: { item: Of<'event'> }) {
  return (
    <li id={`item-${item.id}`} tabIndex={-1} className="desk-log-line" data-kind="event">
      <IconArrowRight size={15} stroke={1.7} aria-hidden="true" />
      <span>
        <strong>{item.author.name}</strong>{' '}
        <LazyPart isNeeded fallback={<Coming />}>
          <EventWords event={item.event} />
        </LazyPart>
      </span>
      {item.origin !== undefined && <FamilyMarks message={{ origin: item.origin }} />}
      <span className="desk-message-time">
        <RelativeTime at={item.at} />
      </span>
    </li>
  )
}

/** As high as the line that is on its way. */
function Coming() {
  return '\u{A0}'
}
