import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { LoadingState } from '@timedesk/ui/loading-state'
import type { MarkdownEditorHandle } from '@timedesk/ui/markdown-editor'
import { useRef, useState, type RefObject } from 'react'

import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { casePageQueries } from './case-page-queries.ts'
import { CaseDialogs, type CaseDialog } from './case-dialogs.tsx'
import { CaseControls, type OpenMenu } from './case-controls.tsx'
import { CaseHeader } from './case-header.tsx'
import { CaseRail } from './case-rail.tsx'
import './case.css'
import { Composer } from './composer.tsx'
import type { Tone } from './draft.ts'
import { useListPlace } from './list-place.ts'
import { SilenceNote } from './silence-note.tsx'
import { TimeActions } from './time-actions.tsx'
import { lanesOf, Timeline, type LaneChoice } from './timeline.tsx'
import { useCaseKeys } from './use-case-keys.ts'
import { useCaseTimer } from './use-case-timer.tsx'
import { useTimeline } from './use-timeline.ts'
import { useUpdateCase } from './use-update-case.ts'

/** About ten seconds; whoever waits longer for the editor has left. */
const FRAMES_UNTIL_THERE_MAX = 600

/** The case by its number, with the four faces of a view. */
export function CaseScreen({ number }: { number: string }) {
  const found = useQuery(casePageQueries.detail(number))
  if (found.isPending) return <LoadingState rows={10} />
  if (found.data === undefined) return <QueryFailure error={found.error} onRetry={() => void found.refetch()} />
  return <OpenCase key={found.data.id} subject={found.data} />
}

function OpenCase({ subject }: { subject: Case }) {
  const [lane, setLane] = useState<LaneChoice>('all')
  const [tone, setTone] = useState<Tone>('reply')
  const [openMenu, setOpenMenu] = useState<OpenMenu>(null)
  const [dialog, setDialog] = useState<CaseDialog | null>(null)
  const editor = useRef<MarkdownEditorHandle>(null)
  const log = useTimeline(subject, lanesOf(lane))
  const update = useUpdateCase(subject)
  const timer = useCaseTimer(subject)
  const place = useListPlace(subject.number)

  useCaseKeys({
    subject,
    place,
    onWrite: (chosen) => {
      setTone(chosen)
      // The editor of the other tone stands there only after the next paint.
      requestAnimationFrame(() => editor.current?.focus())
    },
    onMenu: setOpenMenu,
    onDialog: setDialog,
    onTimer: timer.start,
  })

  return (
    <div className="desk-case">
      <div className="desk-case-main">
        <CaseHeader subject={subject} update={update} listPath={place.listPath} />
        <CaseControls
          subject={subject}
          update={update}
          openMenu={openMenu}
          onMenu={setOpenMenu}
          onDispatch={() => setDialog('dispatch')}
          areClocksOpen={dialog === 'clocks'}
          onClocks={() => setDialog('clocks')}
        />
        <SilenceNote silence={subject.silence} />
        {subject.can.registerTime && (
          <TimeActions isTimerHere={timer.isRunningHere} onTimer={timer.start} onTime={() => setDialog('time')} />
        )}
        {timer.question}
        <Timeline subject={subject} log={log} lane={lane} onLane={setLane} />
        <Composer
          subject={subject}
          items={log.items}
          tone={tone}
          onTone={setTone}
          editorRef={editor}
          onMacro={() => setDialog('macro')}
        />
      </div>
      <CaseRail subject={subject} update={update} onEdit={() => setDialog('details')} />
      <CaseDialogs
        dialog={dialog}
        subject={subject}
        update={update}
        onInsert={(chosen, markdown) => {
          setTone(chosen)
          insertWhenThere(editor, markdown)
        }}
        onClose={() => setDialog(null)}
      />
    </div>
  )
}

/** Writes into the editor of the tone that was just chosen, which may still be on its way. */
function insertWhenThere(
  editor: RefObject<MarkdownEditorHandle | null>,
  markdown: string,
  framesLeft = FRAMES_UNTIL_THERE_MAX,
): void {
  requestAnimationFrame(() => {
    if (editor.current !== null) editor.current.insertMarkdown(markdown)
    else if (framesLeft > 0) insertWhenThere(editor, markdown, framesLeft - 1)
  })
}
