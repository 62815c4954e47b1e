import { Badge, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { SideMessage } from '@timedesk/contracts/side-conversations'
import { AttachmentList } from '@timedesk/ui/attachment-list'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { listedFiles } from '../../../shared/attachments.ts'
import { useSideWords } from './use-side-words.ts'

/** One mail of a side conversation, as plain text: nothing in it can run or load. */
export function SideMessageView({ message }: { message: SideMessage }) {
  const words = useSideWords()
  const { author, direction, body, quoted, at, delivery, isAutomatic, isFromStranger } = message
  const [isOpen, quote] = useDisclosure(false)
  return (
    <article className="desk-side-message" data-direction={direction} aria-label={author.name}>
      <header>
        <PersonAvatar name={author.name} size={24} />
        <strong>{author.name}</strong>
        {author.address !== '' && author.address !== author.name && (
          <span className="desk-quiet">{author.address}</span>
        )}
        {isAutomatic && (
          <Badge size="xs" variant="default">
            {words('automatic')}
          </Badge>
        )}
        <span className="desk-quiet desk-side-at">
          <RelativeTime at={at} />
        </span>
      </header>
      {isFromStranger && <p className="desk-side-stranger">{words('stranger')}</p>}
      <p className="desk-side-body">{body}</p>
      {quoted !== '' && (
        <>
          <button type="button" className="desk-side-quote td-focus" aria-expanded={isOpen} onClick={quote.toggle}>
            {words('quoted')} …
          </button>
          <Collapse expanded={isOpen}>{isOpen && <p className="desk-side-body desk-quiet">{quoted}</p>}</Collapse>
        </>
      )}
      <AttachmentList attachments={listedFiles(message.attachments, '')} />
      {delivery !== null && (
        <p className={delivery.state === 'failed' ? 'desk-refusal' : 'desk-quiet desk-side-state'}>
          {words(`state_${delivery.state}`, { error: delivery.lastError ?? '' })}
        </p>
      )}
    </article>
  )
}
