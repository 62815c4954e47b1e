import { CloseButton, Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'

import { Panel } from '../../shared/panels/panel.tsx'
import { MovePanel } from './move-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { StatusPanel } from './status-panel.tsx'
import { useMoveWords } from './use-move-words.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

/** Where there is no room beside the drawing. */
const NARROW = '(max-width: 68em)'

/** What is chosen, with all that can be changed of it; without a choice, what counts for the whole workflow. */
export function SidePanel() {
  const words = useWorkflowWords()
  const { chosen, choose, statuses, fields, mayWrite } = useBench()
  const { statusName, endsName } = useMoveWords(statuses, fields)
  const isNarrow = useMediaQuery(NARROW)
  const rules = (
    <Panel title={words('rulesTitle')}>
      <fieldset className="desk-workflow-fields" disabled={!mayWrite}>
        <RulesPanel />
      </fieldset>
    </Panel>
  )
  if (chosen === null) return rules
  const title = chosen.kind === 'status' ? statusName(chosen.statusId) : endsName(chosen)
  const content = (
    <fieldset className="desk-workflow-fields" disabled={!mayWrite}>
      {chosen.kind === 'status' ? (
        <StatusPanel key={chosen.statusId} statusId={chosen.statusId} />
      ) : (
        <MovePanel key={`${chosen.fromId} ${chosen.toId}`} ends={chosen} />
      )}
    </fieldset>
  )
  if (isNarrow) {
    return (
      <>
        <Drawer
          opened
          onClose={() => choose(null)}
          position="right"
          title={title}
          closeButtonProps={{ 'aria-label': words('close') }}
        >
          {content}
        </Drawer>
        {rules}
      </>
    )
  }
  return (
    <FocusedPanel key={title} title={title} onClose={() => choose(null)}>
      {content}
    </FocusedPanel>
  )
}

type FocusedPanelProps = { title: string; onClose: () => void; children: ReactNode }

/** Takes the focus when it comes up, and gives it back to where it was. */
function FocusedPanel({ title, onClose, children }: FocusedPanelProps) {
  const words = useWorkflowWords()
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const mine = panel.current
    const before = document.activeElement
    mine?.focus({ preventScroll: true })
    return () => {
      if (mine?.contains(document.activeElement) !== true) return
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true })
    }
  }, [])
  const press = (event: KeyboardEvent) => {
    // Escape in an open list closes that list alone.
    const isInList = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key !== 'Escape' || isInList) return
    event.stopPropagation()
    onClose()
  }
  return (
    <div
      ref={panel}
      className="desk-workflow-chosen td-focus"
      role="group"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={press}
    >
      <Panel title={title} actions={<CloseButton size="sm" aria-label={words('close')} onClick={onClose} />}>
        {children}
      </Panel>
    </div>
  )
}
