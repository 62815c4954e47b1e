import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { LoadingState } from '@timedesk/ui/loading-state'
import type { MarkdownEditorHandle } from '@timedesk/ui/markdown-editor'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

import { CaseAttention } from '../../shared/attention/case-attention.tsx'
import { rememberCase } from '../../shared/cases/recent-cases.ts'
import { PresenceAvatars } from '../../shared/presence/presence-avatars.tsx'
import { useCasePresence } from '../../shared/presence/use-case-presence.ts'
import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { casePageQueries } from './case-page-queries.ts'
import { CaseDialogs, type OpenDialog } from './case-dialogs.tsx'
import { CaseControls, type OpenMenu } from './case-controls.tsx'
import { CaseHeader } from './case-header.tsx'
import { CaseRail } from './case-rail.tsx'
import './case.css'
import { Composer } from './composer.tsx'
import type { Tone } from './draft.ts'
import { HeroFacts } from './hero/hero-facts.tsx'
import { MergedNote } from './hero/merged-note.tsx'
import { useHeroWords } from './hero/use-hero-words.ts'
import { useCaseKeys } from './keys/use-case-keys.ts'
import { usePlaceKeys } from './keys/use-place-keys.ts'
import { useListPlace } from './list-place.ts'
import { lanesOf, type LaneChoice } from './log/lanes.tsx'
import { useMoves } from './moves/use-moves.tsx'
import { SilenceNote } from './silence-note.tsx'
import { TimeActions } from './time-actions.tsx'
import { Timeline } from './timeline.tsx'
import { useCaseTimer } from './use-case-timer.tsx'
import { useFirstTone } from './use-first-tone.ts'
import { usePriorityChange } from './use-priority-change.tsx'
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
  const page = useCasePage(subject)
  const { update, moves, priority, timer, place, log } = page
  return (
    <div className="desk-case" data-part={page.part}>
      <div className="desk-case-main">
        <CaseHeader
          subject={subject}
          update={update}
          place={place}
          isEditing={page.isEditing}
          onEdit={page.setIsEditing}
          viewers={<PresenceAvatars people={page.people} />}
        />
        <MergedNote subject={subject} />
        <CaseControls
          {...{ subject, update, moves, priority }}
          openMenu={page.openMenu}
          onMenu={page.setOpenMenu}
          onDispatch={() => page.open('dispatch')}
          areClocksOpen={page.dialog?.name === 'clocks'}
          onClocks={() => page.open('clocks')}
        />
        <HeroFacts subject={subject} />
        <SilenceNote silence={subject.silence} />
        <div className="desk-case-actions">
          {subject.can.registerTime && (
            <TimeActions isTimerHere={timer.isRunningHere} onTimer={timer.start} onTime={() => page.open('time')} />
          )}
          <CaseAttention caseId={subject.id} number={subject.number} />
        </div>
        {timer.question}
        <PartChoice part={page.part} onPart={page.setPart} />
        <Timeline subject={subject} log={log} lane={page.lane} onLane={page.setLane} />
        <Composer
          subject={subject}
          items={log.items}
          tone={page.tone}
          onTone={page.setTone}
          editorRef={page.editor}
          onMacro={() => page.open('macro')}
        />
      </div>
      <CaseRail
        subject={subject}
        update={update}
        isLogShown={!log.timeline.isPending}
        onEdit={() => page.open('details')}
      />
      <CaseDialogs
        dialog={page.dialog}
        subject={subject}
        update={update}
        onInsert={page.insert}
        onClose={() => page.setDialog(null)}
      />
    </div>
  )
}

type Part = 'log' | 'about'

/** What is open and chosen on the page of a case, with its keys. */
function useCasePage(subject: Case) {
  const [lane, setLane] = useState<LaneChoice>('all')
  const [tone, setTone] = useFirstTone(subject)
  const [part, setPart] = useState<Part>('log')
  const [openMenu, setOpenMenu] = useState<OpenMenu>(null)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [isEditing, setIsEditing] = useState(false)
  const editor = useRef<MarkdownEditorHandle>(null)
  const log = useTimeline(subject, lanesOf(lane))
  const update = useUpdateCase(subject)
  const timer = useCaseTimer(subject)
  const place = useListPlace(subject.number)
  const moves = useMoves(subject)
  const priority = usePriorityChange(subject, update)
  const open = (name: OpenDialog['name'], chosenId?: string) => setDialog({ name, chosenId })
  const people = useCasePresence(subject.id)
  useRecentCase(subject)
  useCaseKeys({
    ...{ subject, update, isTimerHere: timer.isRunningHere, onTimer: timer.start },
    onWrite: (chosen) => {
      // At once: what is typed next belongs to the message, and is no key any more.
      flushSync(() => {
        setPart('log')
        setTone(chosen)
      })
      editor.current?.focus()
      // And once more where this came from a dialog, which gives the focus back as it closes.
      whenThere(editor, (writing) => writing.focus())
    },
    onMenu: setOpenMenu,
    onMove: moves.start,
    onPriority: priority.choose,
    onDialog: open,
    onSubject: () => setIsEditing(true),
  })
  usePlaceKeys({ subject, place, onLane: setLane })
  const insert = (chosen: Tone, markdown: string) => {
    setTone(chosen)
    whenThere(editor, (writing) => writing.insertMarkdown(markdown))
  }
  return {
    ...{ lane, setLane, tone, setTone, part, setPart, openMenu, setOpenMenu, dialog, setDialog, open, insert },
    ...{ isEditing, setIsEditing, editor, log, update, timer, place, moves, priority, people },
  }
}

/** On a phone the log and what stands beside it take turns. */
function PartChoice({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  const words = useHeroWords()
  return (
    <SegmentedControl
      className="desk-case-parts"
      fullWidth
      aria-label={words('parts')}
      value={part}
      data={[
        { value: 'log', label: words('partLog') },
        { value: 'about', label: words('partAbout') },
      ]}
      onChange={(chosen) => onPart(chosen === 'about' ? 'about' : 'log')}
    />
  )
}

/** Puts the case among the recent ones, which the palette begins with. */
function useRecentCase({ number, subject, customer }: Case): void {
  const me = useMe()
  useEffect(
    () => rememberCase(me.id, { number, subject, customer: customer.name }),
    [me.id, number, subject, customer.name],
  )
}

/** Does something with the editor of the tone that was just chosen, which may still be on its way. */
function whenThere(
  editor: RefObject<MarkdownEditorHandle | null>,
  run: (writing: MarkdownEditorHandle) => void,
  framesLeft = FRAMES_UNTIL_THERE_MAX,
): void {
  requestAnimationFrame(() => {
    if (editor.current !== null) run(editor.current)
    else if (framesLeft > 0) whenThere(editor, run, framesLeft - 1)
  })
}
