import { Button } from '@mantine/core'
import { IconClockPlus, IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { LoadingState } from '@timedesk/ui/loading-state'
import type { MarkdownEditorHandle } from '@timedesk/ui/markdown-editor'
import { useRef, useState } from 'react'

import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { useTimeWords } from '../../shared/time/use-time-words.ts'
import { casePageQueries } from './case-page-queries.ts'
import { CaseControls, type OpenMenu } from './case-controls.tsx'
import { CaseHeader } from './case-header.tsx'
import { CaseRail } from './case-rail.tsx'
import './case.css'
import { Composer } from './composer.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { DispatchDialog } from './dispatch-dialog.tsx'
import type { Tone } from './draft.ts'
import { useListPlace } from './list-place.ts'
import { RegisterTimeDialog } from './register-time-dialog.tsx'
import { lanesOf, Timeline, type LaneChoice } from './timeline.tsx'
import { useCaseKeys } from './use-case-keys.ts'
import { useCaseTimer } from './use-case-timer.tsx'
import { useTimeline } from './use-timeline.ts'
import { useUpdateCase } from './use-update-case.ts'

/** The case by its number, with the four faces of a view. */
export function CaseScreen({ number }: { number: string }) {
  const found = useQuery(casePageQueries.detail(number))
  if (found.isPending) return <LoadingState rows={10} />
  if (found.data === undefined) return <QueryFailure error={found.error} onRetry={() => void found.refetch()} />
  return <OpenCase key={found.data.id} subject={found.data} />
}

type Dialog = 'dispatch' | 'details' | 'time' | null

function OpenCase({ subject }: { subject: Case }) {
  const timeWords = useTimeWords()
  const [lane, setLane] = useState<LaneChoice>('all')
  const [tone, setTone] = useState<Tone>('reply')
  const [openMenu, setOpenMenu] = useState<OpenMenu>(null)
  const [dialog, setDialog] = useState<Dialog>(null)
  const editor = useRef<MarkdownEditorHandle>(null)
  const log = useTimeline(subject, lanesOf(lane))
  const update = useUpdateCase(subject)
  const timer = useCaseTimer(subject)
  const place = useListPlace(subject.number)
  const close = () => setDialog(null)

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
        />
        {subject.can.registerTime && (
          <div className="desk-case-actions">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconClockPlus size={15} stroke={1.7} />}
              aria-keyshortcuts="e"
              onClick={() => setDialog('time')}
            >
              {timeWords('addTime')}
            </Button>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlayerPlay size={15} stroke={1.7} />}
              aria-keyshortcuts="g"
              disabled={timer.isRunningHere}
              onClick={timer.start}
            >
              {timeWords(timer.isRunningHere ? 'timerRunning' : 'startTimer')}
            </Button>
          </div>
        )}
        {timer.question}
        <Timeline subject={subject} log={log} lane={lane} onLane={setLane} />
        <Composer subject={subject} items={log.items} tone={tone} onTone={setTone} editorRef={editor} />
      </div>
      <CaseRail subject={subject} update={update} onEdit={() => setDialog('details')} />
      {dialog === 'dispatch' && <DispatchDialog subject={subject} onClose={close} />}
      {dialog === 'details' && <DetailsDialog subject={subject} update={update} onClose={close} />}
      {dialog === 'time' && <RegisterTimeDialog subject={subject} onClose={close} />}
    </div>
  )
}
