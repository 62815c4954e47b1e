import { ActionIcon } from '@mantine/core'
import { IconMail, IconMailOpened } from '@tabler/icons-react'
import type { NoticeEntry } from '@timedesk/contracts/notices'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { Link } from 'react-router'

import '../../shared/cases/marks.css'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { useEventWording } from '../../shared/events/use-event-wording.ts'
import { paths } from '../../shared/paths.ts'
import { useMarkNotices } from './use-mark-notices.ts'
import { useNoticeListWords } from './use-notice-list-words.ts'

/** Events whose reason says all of it. */
const SAID: ReadonlySet<string> = new Set(['case.snooze_ended', 'message.not_sent'])

/** A case with the latest that one is told of it, how much of it is new, and the way there. */
export function NoticeLine({ entry, onFollow }: { entry: NoticeEntry; onFollow: () => void }) {
  const words = useNoticeListWords()
  const wordEvent = useEventWording()
  const tell = useTell()
  const { one } = useMarkNotices()
  const { isRead, unread, level, latest } = entry
  const { id: caseId, number, subject } = entry.case
  const MarkIcon = isRead ? IconMail : IconMailOpened
  return (
    <li className="desk-notice" data-unread={!isRead || undefined} data-level={level}>
      <Link className="desk-notice-link td-focus" to={paths.case(number)} onClick={onFollow}>
        <span className="desk-notice-case">
          {!isRead && <span className="desk-hidden">{words(level === 'high' ? 'matters' : 'unreadMark')} </span>}
          <span className="td-number">#{number}</span> {subject}
        </span>
        <span className="desk-notice-text">
          {latest.reason !== null && <strong>{words(latest.reason)}</strong>}
          {latest.reason !== null && ' · '}
          {!SAID.has(latest.event.type) && `${latest.actorName} ${wordEvent(latest.event)} · `}
          <RelativeTime at={latest.at} />
        </span>
      </Link>
      <span className="desk-notice-side">
        {unread > 1 && <span className="desk-notice-count td-number">{words('fresh', { count: unread })}</span>}
        <ActionIcon
          variant="subtle"
          color="gray"
          loading={one.isPending}
          aria-label={words(isRead ? 'markUnread' : 'markRead', { number })}
          title={words(isRead ? 'markUnread' : 'markRead', { number })}
          onClick={() => one.mutate({ caseId, isRead: !isRead }, { onError: tell('').onError })}
        >
          <MarkIcon size={16} stroke={1.6} />
        </ActionIcon>
      </span>
    </li>
  )
}
