import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { ChosenFileRow } from '@timedesk/ui/chosen-file-row'
import { LazyMarkdownEditor } from '@timedesk/ui/lazy-markdown-editor'
import type { MarkdownEditorHandle } from '@timedesk/ui/markdown-editor'
import { useState, type SubmitEvent, type Ref } from 'react'
import { z } from 'zod'
import { claimedBy, pictureUrl, UploadedFile } from '../../shared/attachments.ts'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useMe } from '../../shared/me.ts'
import { useMessageFiles } from '../../shared/use-message-files.ts'
import { useStoredDraft } from '../../shared/use-stored-draft.ts'
import { useNotify } from '../../shared/use-notify.ts'
import './case-page.css'
import { useCasesWords } from './use-cases-words.ts'
import { useFollowUp } from './use-follow-up.ts'
import { usePostReply } from './use-post-reply.ts'

const AnswerDraft = z.object({ body: z.string(), files: z.array(UploadedFile) })
type AnswerDraft = z.infer<typeof AnswerDraft>
const EMPTY: AnswerDraft = { body: '', files: [] }

type AnswerComposerProps = {
  caseId: string
  editorRef: Ref<MarkdownEditorHandle>
  /** The case has ended: what is written begins a new one. */
  follows?: (number: number) => void
}

/** Writes an answer. What is not sent yet stays in this browser; a refusal leaves it as it was. */
export function AnswerComposer({ caseId, editorRef, follows }: AnswerComposerProps) {
  const words = useCasesWords()
  const me = useMe()
  const notify = useNotify()
  const { draft, change, clear } = useStoredDraft(`timedesk.answer.${me.id}.${caseId}`, AnswerDraft, EMPTY)
  const [sentCount, setSentCount] = useState(0)
  const reply = usePostReply(caseId)
  const followUp = useFollowUp(caseId)
  const sending = follows === undefined ? reply : followUp
  const files = useMessageFiles({
    files: draft.files,
    onChange: (next) => {
      change((latest) => ({ files: next(latest.files) }))
    },
  })
  const canSend = draft.body.trim() !== '' && !files.isUploading && !sending.isPending

  /** A new editor starts empty and without what the old one could undo. */
  function empty() {
    clear()
    setSentCount((count) => count + 1)
  }

  function send() {
    if (!canSend) return
    const attachmentIds = claimedBy(draft.body, draft.files)
    if (follows !== undefined) {
      followUp.mutate(
        { description: draft.body, attachmentIds },
        {
          onSuccess: ({ number }) => {
            empty()
            notify(words('followedUp', { number }))
            follows(number)
          },
        },
      )
      return
    }
    reply.mutate(
      { body: draft.body, attachmentIds },
      {
        onSuccess: () => {
          empty()
          notify(words('sent'))
        },
      },
    )
  }

  return (
    <form
      className="ex-composer"
      aria-busy={sending.isPending}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        send()
      }}
    >
      <FormProblem error={sending.error} />
      <LazyMarkdownEditor
        waits
        showsFooter
        key={sentCount}
        ref={editorRef}
        label={words(follows === undefined ? 'answer' : 'followUpLabel')}
        placeholder={words('answerPlaceholder')}
        value={draft.body}
        onChange={(body) => {
          change({ body })
        }}
        onSubmit={send}
        onUpload={files.upload}
        onAttach={files.attach}
        resolveAttachment={pictureUrl}
        footer={
          <div className="ex-composer-foot">
            <span>{draft.body.trim() !== '' && words('draftKept')}</span>
            <Button
              type="submit"
              disabled={!canSend}
              loading={sending.isPending}
              leftSection={<IconSend size={16} stroke={1.7} />}
            >
              {words(follows === undefined ? 'send' : 'followUpSend')}
            </Button>
          </div>
        }
      />
      {files.rows.length > 0 && (
        <ul className="td-file-rows" aria-label={words('filesWithIt')}>
          {files.rows.map((file) => (
            <ChosenFileRow key={file.id} file={file} onRemove={files.remove} />
          ))}
        </ul>
      )}
    </form>
  )
}
