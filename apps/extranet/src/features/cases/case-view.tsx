import { Anchor } from '@mantine/core'
import { useDocumentTitle } from '../../shared/use-document-title.ts'
import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { PageHeader } from '@timedesk/ui/page-header'
import type { MarkdownEditorHandle } from '@timedesk/ui/markdown-editor'
import { MarkdownView } from '@timedesk/ui/markdown-view'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { IconArrowLeft, IconEyeOff } from '@tabler/icons-react'
import { useId, useRef, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { pictureUrl } from '../../shared/attachments.ts'
import { useCan } from '../../shared/me.ts'
import { casePath, paths } from '../../shared/paths.ts'
import { AnswerComposer } from './answer-composer.tsx'
import { CaseFacts } from './case-facts.tsx'
import './case-page.css'
import { CaseStanding } from './case-standing.tsx'
import { MergedStanding } from './merged-standing.tsx'
import { Timeline } from './timeline.tsx'
import { useCasesWords } from './use-cases-words.ts'
import { useMarkRead } from './use-mark-read.ts'
import { useTimeline } from './use-timeline.ts'

type CaseViewProps = {
  shown: ExtranetCase
  /** What is promised for it. */
  promise: ReactNode
  /** The time on it, which comes after the dialogue; first for who may not read that. */
  time: ReactNode
}

/** A case: where it stands, what was said, the answer, and the time. */
export function CaseView({ shown, promise, time }: CaseViewProps) {
  const words = useCasesWords()
  const canRead = useCan('dialogue:read')
  const editor = useRef<MarkdownEditorHandle>(null)
  useDocumentTitle(`#${shown.number} ${shown.subject}`)

  const back = (
    <Anchor component={Link} to={paths.cases} className="ex-back">
      <IconArrowLeft size={15} stroke={1.8} aria-hidden="true" /> {words('back')}
    </Anchor>
  )
  return (
    <div className="ex-page">
      <PageHeader
        back={back}
        title={
          <>
            <span className="ex-case-number td-number">#{shown.number}</span> {shown.subject}
          </>
        }
      />
      <div className="ex-case-page">
        <div className="ex-case-page-main">
          {shown.mergedInto === null ? (
            <CaseStanding shown={shown} onAnswer={() => editor.current?.focus()} />
          ) : (
            <MergedStanding survivor={shown.mergedInto} />
          )}
          {canRead && shown.resolution !== '' && <Resolution text={shown.resolution} />}
          {!canRead && time}
          {canRead ? <Dialogue shown={shown} editor={editor} /> : <WithoutDialogue />}
          {canRead && time}
        </div>
        <div className="ex-case-page-side">
          {promise}
          <CaseFacts shown={shown} />
        </div>
      </div>
    </div>
  )
}

type DialogueProps = { shown: ExtranetCase; editor: React.RefObject<MarkdownEditorHandle | null> }

function Dialogue({ shown, editor }: DialogueProps) {
  const words = useCasesWords()
  const timeline = useTimeline(shown.id)
  const navigate = useNavigate()
  useMarkRead(shown, timeline.query.isSuccess)
  // Of a case that goes on in another one the answer is written there, where it lands anyway.
  const canReply = shown.can.reply && shown.mergedInto === null
  useShortcuts([{ keys: 'r', label: words('answer'), run: () => editor.current?.focus(), when: canReply }])

  return (
    <>
      <Timeline timeline={timeline} />
      {canReply && <AnswerComposer key={shown.id} caseId={shown.id} editorRef={editor} />}
      {!canReply && shown.can.followUp && (
        <AnswerComposer
          key={`${shown.id} follow-up`}
          caseId={shown.id}
          editorRef={editor}
          follows={(number) => void navigate(casePath(number))}
        />
      )}
    </>
  )
}

function Resolution({ text }: { text: string }) {
  const words = useCasesWords()
  const titleId = useId()
  return (
    <section className="ex-resolution" aria-labelledby={titleId}>
      <h2 id={titleId}>{words('resolution')}</h2>
      <MarkdownView value={text} resolveAttachment={pictureUrl} />
    </section>
  )
}

function WithoutDialogue() {
  const words = useCasesWords()
  return (
    <div className="ex-without-dialogue">
      <IconEyeOff size={24} stroke={1.4} aria-hidden="true" />
      <div>
        <h2>{words('readerTitle')}</h2>
        <p>{words('readerText')}</p>
      </div>
    </div>
  )
}
