import type { ExtranetTimelineItem } from '@timedesk/contracts/extranet-cases'
import { AttachmentList } from '@timedesk/ui/attachment-list'
import { MarkdownView, type ShownPicture } from '@timedesk/ui/markdown-view'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { lazy, Suspense, useState } from 'react'
import { picturesIn, pictureUrl, shownAttachment } from '../../shared/attachments.ts'
import { Moment } from '../../shared/moment.tsx'
import { useMe } from '../../shared/me.ts'
import './case-page.css'
import { useCasesWords } from './use-cases-words.ts'

const LargePicture = lazy(async () => ({ default: (await import('./large-picture.tsx')).LargePicture }))

type Message = Extract<ExtranetTimelineItem, { kind: 'reply' }>
type Voice = 'own' | 'colleague' | 'supplier'

/** One message; whose it is can be seen by its place, its colour and its words. */
export function TimelineMessage({ message }: { message: Message }) {
  const words = useCasesWords()
  const me = useMe()
  const [picture, setPicture] = useState<ShownPicture | null>(null)
  const voice = voiceOf(message, me.id)
  const who = { name: message.author.name, supplier: me.supplier }
  const spoken = { own: words('fromYou'), colleague: words('fromColleague', who), supplier: words('fromSupplier', who) }
  const shown = {
    own: words('messageYou'),
    colleague: words('messageColleague', who),
    supplier: words('messageSupplier', who),
  }
  const inText = new Set(picturesIn(message.body))
  const beside = message.attachments.filter(({ id }) => !inText.has(id)).map(shownAttachment)

  return (
    <article className="ex-message" data-voice={voice} aria-label={spoken[voice]}>
      <PersonAvatar name={message.author.name} size={34} />
      <div className="ex-message-card">
        <header className="ex-message-head">
          <span className="ex-message-author">{shown[voice]}</span>
          <Moment at={message.at} />
        </header>
        <MarkdownView value={message.body} resolveAttachment={pictureUrl} onShowPicture={setPicture} />
        {beside.length > 0 && (
          <div className="ex-message-files">
            <AttachmentList attachments={beside} />
          </div>
        )}
      </div>
      <Suspense>
        {picture !== null && (
          <LargePicture
            picture={picture}
            onClose={() => {
              setPicture(null)
            }}
          />
        )}
      </Suspense>
    </article>
  )
}

function voiceOf({ author }: Message, readerId: string): Voice {
  if (author.kind !== 'contact') return 'supplier'
  return author.id === readerId ? 'own' : 'colleague'
}
