import { IconClockPause } from '@tabler/icons-react'
import type { MessageDraft } from '@timedesk/contracts/drafts'
import { MarkdownView } from '@timedesk/ui/markdown-view'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { useEffect, useRef } from 'react'

import { pictureUrl } from '../../../shared/attachments.ts'
import '../../../shared/sending/sending.css'
import { useSendingWords } from '../../../shared/sending/use-sending-words.ts'
import { useCaseDrafts } from '../writing/use-case-drafts.ts'
import type { LaneChoice } from './lanes.tsx'

/** Of each kind, the lanes that it will stand in. */
const LANES: Record<MessageDraft['kind'], readonly LaneChoice[]> = {
  reply: ['all', 'dialogue'],
  note: ['all', 'internal'],
}

/** What was sent and can still be called back, where it will stand in the log. */
export function LeavingMessages({ caseId, lane }: { caseId: string; lane: LaneChoice }) {
  const drafts = useCaseDrafts(caseId) ?? []
  return drafts
    .filter(({ kind, sending }) => sending?.isLeaving === true && LANES[kind].includes(lane))
    .map((draft) => <LeavingMessage key={draft.id} draft={draft} />)
}

function LeavingMessage({ draft: { kind, body, sending, owner } }: { draft: MessageDraft }) {
  const words = useSendingWords()
  const place = useRef<HTMLLIElement>(null)
  const name = sending?.by.name ?? owner.name
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <li ref={place} className="desk-message" data-kind={kind} data-leaving>
      <article aria-label={`${words('inAMoment')}: ${name}`}>
        <header className="desk-message-head">
          <PersonAvatar name={name} size={28} />
          <strong>{name}</strong>
          <span className="desk-message-kind">
            <IconClockPause size={13} stroke={1.8} aria-hidden="true" /> {words('inAMoment')}
          </span>
        </header>
        <MarkdownView value={body} resolveAttachment={pictureUrl} />
      </article>
    </li>
  )
}
