import { SegmentedControl } from '@mantine/core'
import type { Case } from '@timedesk/contracts/cases'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import type { MessageDraft } from '@timedesk/contracts/drafts'
import type { PresenceState } from '@timedesk/contracts/presence'
import { LazyPart } from '@timedesk/ui/lazy-part'
import type { MarkdownEditorHandle } from '@timedesk/ui/markdown-editor'
import { lazy, useState, type RefObject } from 'react'

import { useAnnouncePresence } from '../../shared/presence/use-announce-presence.ts'
import { useMe } from '../../shared/session/use-me.ts'
import './composer.css'
import { draftKey, isEmptyDraft, readDraft, type Tone } from './draft.ts'
import { useCasePageWords } from './use-case-page-words.ts'
import { LeftDrafts } from './writing/left-drafts.tsx'
import { useCaseDrafts } from './writing/use-case-drafts.ts'
import { isInSlot } from './writing/use-kept-draft.ts'
import { OtherSchedules } from './writing/other-schedules.tsx'
import { Writing } from './writing/writing.tsx'

const ScheduledMessage = lazy(async () => ({
  default: (await import('./writing/scheduled-message.tsx')).ScheduledMessage,
}))

type ComposerProps = {
  subject: Case
  items: readonly TimelineItem[]
  tone: Tone
  onTone: (tone: Tone) => void
  editorRef: RefObject<MarkdownEditorHandle | null>
  onMacro: () => void
}

/** Reply and internal note, clearly apart, with files, time and what happens to the status. */
export function Composer({ subject, tone, ...props }: ComposerProps) {
  const words = useCasePageWords()
  const possible: Tone[] = [
    ...(subject.can.reply ? ['reply' as const] : []),
    ...(subject.can.note ? ['note' as const] : []),
  ]
  const used = possible.includes(tone) ? tone : possible[0]
  const [state, setState] = useState<PresenceState>('viewing')
  useAnnouncePresence(subject.id, used === undefined ? 'viewing' : state)
  if (used === undefined) {
    return (
      <>
        {subject.mergedInto !== null && <LeftDrafts caseId={subject.id} into={subject.mergedInto} />}
        <p className="desk-composer-closed">
          <strong>{words('closedTitle')}</strong> {words('closedText')}
        </p>
      </>
    )
  }
  return <OpenComposer {...props} subject={subject} tone={used} possible={possible} onPresence={setState} />
}

type OpenComposerProps = ComposerProps & { possible: readonly Tone[]; onPresence: (state: PresenceState) => void }

function OpenComposer({ subject, items, tone, possible, onTone, editorRef, onMacro, onPresence }: OpenComposerProps) {
  const words = useCasePageWords()
  const me = useMe()
  const drafts = useCaseDrafts(subject.id)
  const [chosen, setChosen] = useState<Partial<Record<Tone, boolean>>>({})
  const slotOf = (isShared: boolean) => ({ caseId: subject.id, kind: tone, isShared })
  const serverDraft = (isShared: boolean): MessageDraft | null | undefined =>
    drafts && (drafts.find((draft) => isInSlot(draft, slotOf(isShared))) ?? null)
  const isBegun = Boolean(serverDraft(false)) || !isEmptyDraft(readDraft(draftKey(me.id, subject.id, tone)).draft)
  const scheduled = scheduledIn(drafts ?? [], { caseId: subject.id, kind: tone })
  // One's own message that waits has the place of the next; what all share can still be written.
  const isOwnTaken = scheduled.some((draft) => !draft.isShared)
  const isShared = (isOwnTaken || (chosen[tone] ?? !isBegun)) && Boolean(serverDraft(true))
  const isTaken = isOwnTaken && !isShared
  return (
    <section className="desk-composer" data-tone={tone} aria-label={words(tone === 'reply' ? 'tabReply' : 'tabNote')}>
      <SegmentedControl
        size="xs"
        value={tone}
        data={possible.map((name) => ({ value: name, label: words(name === 'reply' ? 'tabReply' : 'tabNote') }))}
        // The composer shrinks when it loses the focus, and what is pressed would move away.
        onMouseDown={(event) => event.preventDefault()}
        onChange={(name) => onTone(name === 'note' ? 'note' : 'reply')}
      />
      <OtherSchedules caseId={subject.id} />
      <LazyPart>
        {scheduled.map((draft) => (
          <ScheduledMessage key={draft.id} subject={subject} draft={draft} sending={draft.sending} />
        ))}
      </LazyPart>
      {!isTaken && (
        <Writing
          key={`${subject.id} ${tone} ${isShared}`}
          subject={subject}
          items={items}
          slot={slotOf(isShared)}
          storageKey={draftKey(me.id, subject.id, tone, isShared)}
          drafts={drafts ?? []}
          server={serverDraft(isShared)}
          editorRef={editorRef}
          onMacro={onMacro}
          onPresence={onPresence}
          onShared={(next) => setChosen((now) => ({ ...now, [tone]: next }))}
        />
      )}
    </section>
  )
}

type Scheduled = MessageDraft & { sending: NonNullable<MessageDraft['sending']> }

/** The messages of a kind that go out at a time; those that can only just be called back stand in the log. */
function scheduledIn(drafts: readonly MessageDraft[], { caseId, kind }: { caseId: string; kind: Tone }): Scheduled[] {
  return drafts.filter(
    (draft): draft is Scheduled =>
      draft.case.id === caseId && draft.kind === kind && draft.can.callBack && draft.sending?.isLeaving === false,
  )
}
