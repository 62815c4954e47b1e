import { Anchor } from '@mantine/core'
import { useDocumentTitle } from '../../shared/use-document-title.ts'
import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { PageHeader } from '@timedesk/ui/page-header'
import type { MarkdownEditorHandle } from '@timedesk/ui/markdown-editor'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { IconArrowLeft, IconEyeOff } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useCan } from '../../shared/me.ts'
import { paths } from '../../shared/paths.ts'
import { AnswerComposer } from './answer-composer.tsx'
import { CaseFacts } from './case-facts.tsx'
import './case-page.css'
import { CaseStanding } from './case-standing.tsx'
import { Timeline } from './timeline.tsx'
import { useCasesWords } from './use-cases-words.ts'
import { useMarkRead } from './use-mark-read.ts'
import { useTimeline } from './use-timeline.ts'

type CaseViewProps = {
  shown: ExtranetCase
  /** The time on it, which comes after the dialogue; first for who may not read that. */
  time: ReactNode
}

/** A case: where it stands, what was said, the answer, and the time. */
export function CaseView({ shown, time }: CaseViewProps) {
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
          <CaseStanding shown={shown} onAnswer={() => editor.current?.focus()} />
          {!canRead && time}
          {canRead ? <Dialogue shown={shown} editor={editor} /> : <WithoutDialogue />}
          {canRead && time}
        </div>
        <CaseFacts shown={shown} />
      </div>
    </div>
  )
}

type DialogueProps = { shown: ExtranetCase; editor: React.RefObject<MarkdownEditorHandle | null> }

function Dialogue({ shown, editor }: DialogueProps) {
  const words = useCasesWords()
  const timeline = useTimeline(shown.id)
  useMarkRead(shown, timeline.query.isSuccess)
  useShortcuts([{ keys: 'r', label: words('answer'), run: () => editor.current?.focus(), when: shown.can.reply }])

  return (
    <>
      <Timeline timeline={timeline} />
      {shown.can.reply && <AnswerComposer key={shown.id} caseId={shown.id} editorRef={editor} />}
    </>
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
