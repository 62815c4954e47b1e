import type { MessageDraft } from '@timedesk/contracts/drafts'
import { LazyMarkdownEditor } from '@timedesk/ui/lazy-markdown-editor'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import { pictureUrl, uploadFile } from '../../../shared/attachments.ts'
import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { isEmptyDraft } from '../draft.ts'
import { moveAfter, useSendMode } from '../send-mode.ts'
import { useCasePageWords } from '../use-case-page-words.ts'
import { draftOf } from './reconcile.ts'
import { MeetingNote, OtherDrafts } from './draft-notes.tsx'
import { OtherWriters } from './other-writers.tsx'
import { useCompletion } from './completion/use-completion.tsx'
import { NotSentNote } from './not-sent-note.tsx'
import { useSendLater } from './use-send-later.tsx'
import { useDiscardOf } from './use-discard-of.ts'
import { useSharing } from './use-sharing.ts'
import { useWriting } from './use-writing.ts'
import type { WritingProps } from './writing-props.ts'

// They are for who writes, and come with the editor.
const TimeFields = lazy(async () => ({ default: (await import('../../../shared/time/time-fields.tsx')).TimeFields }))
const ChosenFiles = lazy(async () => ({ default: (await import('./chosen-files.tsx')).ChosenFiles }))
const ComposerFoot = lazy(async () => ({ default: (await import('../composer-foot.tsx')).ComposerFoot }))

/** Where a message is written, with what is known of who else writes it. */
export function Writing(props: WritingProps) {
  const { subject, slot, drafts, editorRef, onMacro, onShared } = props
  const { kind: tone, isShared } = slot
  const words = useCasePageWords()
  const [mode, setMode] = useSendMode(tone)
  const { state, keeper, sending, hint, newer, write, submit, refocusAfter, discard } = useWriting(props)
  const sharing = useSharing(subject.id, tone, (next) => {
    keeper.forget()
    onShared(next)
  })
  const discardOf = useDiscardOf(subject.id)
  const { completion, popup } = useCompletion(subject.id, tone, editorRef)
  const { draft } = state
  const isEmpty = isEmptyDraft(draft)
  const later = useSendLater(isEmpty, (sendAt) => submit(moveAfter(mode, subject) ?? null, sendAt))

  const share = async () => {
    if (sending.isPending) return
    keeper.save()
    await keeper.settle()
    if (keeper.read().base !== null) sharing.share.mutate()
  }
  const bring = (from: MessageDraft) => {
    const theirs = draftOf(from)
    write((now) => ({
      body: now.body.trim() === '' ? theirs.body : `${now.body}\n\n${theirs.body}`,
      files: [...now.files, ...theirs.files],
      pictureIds: [...now.pictureIds, ...theirs.pictureIds],
    }))
    discardOf.mutate(from)
  }

  return (
    <div className="desk-writing" data-idle={isEmpty || undefined}>
      <ProblemNotice error={sending.error ?? sharing.share.error ?? sharing.takeBack.error} onClose={sending.forget} />
      <OtherWriters caseId={subject.id} kind={tone} isShared={isShared} sharing={sharing} />
      <OtherDrafts {...{ caseId: subject.id, kind: tone, isShared, drafts, sharing, onShared }} onBring={bring} />
      <MeetingNote state={state} keeper={keeper} />
      <NotSentNote problem={props.server?.problem ?? null} />
      {sending.dialog}
      {later.dialog}
      {popup}
      <LazyMarkdownEditor
        waits
        ref={editorRef}
        label={words(tone === 'reply' ? 'tabReply' : 'tabNote')}
        tone={tone === 'reply' ? 'reply' : 'internal'}
        placeholder={
          tone === 'reply'
            ? words('replyPlaceholder', { name: subject.contact?.name ?? subject.customer.name })
            : words('notePlaceholder')
        }
        value={draft.body}
        onChange={(body) => write(() => ({ body }))}
        disabled={sending.isPending}
        onSubmit={() => {
          refocusAfter()
          submit(moveAfter(mode, subject) ?? null)
        }}
        onUpload={async (file, options) => {
          const stored = await uploadFile(file, options)
          write((now) => ({ pictureIds: [...now.pictureIds, stored.id] }))
          return stored
        }}
        onAttach={(file) => write((now) => ({ files: [...now.files, file] }))}
        resolveAttachment={pictureUrl}
        completion={completion}
        footer={
          <LazyPart isNeeded>
            <ChosenFiles
              files={draft.files}
              onRemove={(id) => write((now) => ({ files: now.files.filter((file) => file.id !== id) }))}
            />
            {subject.can.registerTime && (
              <TimeFields
                about={{ caseId: subject.id }}
                form={draft.time}
                onChange={(changes) => write((now) => ({ time: { ...now.time, ...changes } }))}
              />
            )}
            <ComposerFoot
              {...{ tone, subject, mode, onMode: setMode, isPending: sending.isPending, onMacro }}
              toReview={newer.length}
              onSend={submit}
              onLater={later.ask}
              state={hint ?? sending.obstacle ?? (isEmpty ? null : state.saving)}
              onShare={isShared || isEmpty ? null : () => void share()}
              onDiscard={discard}
              onInsert={(markdown) => editorRef.current?.insertMarkdown(markdown)}
            />
          </LazyPart>
        }
      />
    </div>
  )
}
