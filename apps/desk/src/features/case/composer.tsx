import { Pill, SegmentedControl } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { LazyMarkdownEditor } from '@timedesk/ui/lazy-markdown-editor'
import type { MarkdownEditorHandle } from '@timedesk/ui/markdown-editor'
import { useState, type RefObject } from 'react'

import { pictureUrl, uploadFile } from '../../shared/attachments.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { TimeFields } from '../../shared/time/time-fields.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { draftKey, isEmptyDraft, type Draft, type Tone } from './draft.ts'
import { messagesSince } from './messages-since.ts'
import { moveAfter, useSendMode } from './send-mode.ts'
import './composer.css'
import { useTextCompletion } from './texts/use-text-completion.tsx'
import { useCasePageWords } from './use-case-page-words.ts'
import { useDraft } from './use-draft.ts'
import { useSending } from './use-sending.tsx'

type ComposerProps = {
  subject: Case
  items: readonly TimelineItem[]
  tone: Tone
  onTone: (tone: Tone) => void
  editorRef: RefObject<MarkdownEditorHandle | null>
  onMacro: () => void
}

/** Reply and internal note, clearly apart, with files, time and what happens to the status. */
export function Composer({ subject, items, tone, onTone, editorRef, onMacro }: ComposerProps) {
  const words = useCasePageWords()
  const me = useMe()
  const possible: Tone[] = [
    ...(subject.can.reply ? ['reply' as const] : []),
    ...(subject.can.note ? ['note' as const] : []),
  ]
  const used = possible.includes(tone) ? tone : possible[0]
  if (used === undefined) {
    return (
      <p className="desk-composer-closed">
        <strong>{words('closedTitle')}</strong> {words('closedText')}
      </p>
    )
  }
  return (
    <section className="desk-composer" data-tone={used} aria-label={words(used === 'reply' ? 'tabReply' : 'tabNote')}>
      <SegmentedControl
        size="xs"
        value={used}
        data={possible.map((name) => ({ value: name, label: words(name === 'reply' ? 'tabReply' : 'tabNote') }))}
        onChange={(name) => onTone(name === 'note' ? 'note' : 'reply')}
      />
      <Writing
        key={`${subject.id} ${used}`}
        subject={subject}
        items={items}
        tone={used}
        storageKey={draftKey(me.id, subject.id, used)}
        editorRef={editorRef}
        onMacro={onMacro}
      />
    </section>
  )
}

type WritingProps = Pick<ComposerProps, 'subject' | 'items' | 'tone' | 'editorRef' | 'onMacro'> & {
  storageKey: string
}

function Writing({ subject, items, tone, storageKey, editorRef, onMacro }: WritingProps) {
  const words = useCasePageWords()
  const me = useMe()
  const { draft, isKept, change, clear } = useDraft(storageKey)
  const [mode, setMode] = useSendMode(tone)
  const [isBlank, setIsBlank] = useState(false)
  const sending = useSending(subject, tone, draft, clear)
  const { completion, popup } = useTextCompletion(subject.id, editorRef)
  const newer = messagesSince(items, draft.seenUntil, me.id)
  const newest = items.at(-1)?.at ?? subject.createdAt
  const isEmpty = isEmptyDraft(draft)

  const write = (changes: (now: Draft) => Partial<Draft>) => {
    setIsBlank(false)
    change((now) => ({ seenUntil: now.seenUntil ?? newest, ...changes(now) }))
  }

  const submit = (move: StatusMove | null) => {
    const first = newer[0]
    if (first !== undefined) {
      document.getElementById(`item-${first.id}`)?.scrollIntoView({ block: 'center' })
      change(() => ({ seenUntil: newest }))
      return
    }
    setIsBlank(draft.body.trim() === '')
    if (draft.body.trim() !== '' && !sending.isPending) sending.start(move)
  }

  return (
    <div className="desk-writing" data-idle={isEmpty || undefined}>
      <ProblemNotice error={sending.error} onClose={sending.forget} />
      {sending.dialog}
      {popup}
      <LazyMarkdownEditor
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
        onSubmit={() => submit(moveAfter(mode, subject) ?? null)}
        onUpload={async (file, options) => {
          const stored = await uploadFile(file, options)
          write((now) => ({ pictureIds: [...now.pictureIds, stored.id] }))
          return stored
        }}
        onAttach={(file) => write((now) => ({ files: [...now.files, file] }))}
        resolveAttachment={pictureUrl}
        completion={completion}
        footer={
          <>
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
              tone={tone}
              subject={subject}
              mode={mode}
              onMode={setMode}
              isPending={sending.isPending}
              toReview={newer.length}
              onSend={submit}
              state={isBlank ? 'blank' : isEmpty ? null : isKept ? 'kept' : 'unkept'}
              onDiscard={clear}
              onInsert={(markdown) => editorRef.current?.insertMarkdown(markdown)}
              onMacro={onMacro}
            />
          </>
        }
      />
    </div>
  )
}

function ChosenFiles({ files, onRemove }: { files: Draft['files']; onRemove: (id: string) => void }) {
  if (files.length === 0) return null
  return (
    <Pill.Group mb="xs">
      {files.map(({ id, name }) => (
        <Pill key={id} withRemoveButton onRemove={() => onRemove(id)}>
          <IconPaperclip size={12} aria-hidden="true" /> {name}
        </Pill>
      ))}
    </Pill.Group>
  )
}
