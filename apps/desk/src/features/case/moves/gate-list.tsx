import { Button, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCircleCheck, IconCircleDashed, IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import type { ReactNode } from 'react'

import { besideQueries } from '../beside-queries.ts'
import { ChecklistView } from '../checklist/checklist-view.tsx'
import { LinkedCases } from '../links/linked-cases.tsx'
import { RegisterTimeDialog } from '../register-time-dialog.tsx'
import { useMoveWords } from './use-move-words.ts'

type Gate = StatusMove['gates'][number]['gate']

type GateListProps = {
  subject: Case
  move: StatusMove
  /** Gates that what is sent along opens. */
  opening: readonly Gate[]
  /** The text that opens the gate of the resolution. */
  resolution: ReactNode
  /** Whether a message goes along, which may bring its time. */
  hasMessage: boolean
}

/** What has to be done before a move: each gate with how it stands, and the way to mend it. */
export function GateList({ subject, move, opening, resolution, hasMessage }: GateListProps) {
  const words = useMoveWords()
  const mends: Record<Gate, ReactNode> = {
    resolution,
    time_registered: <TimeMend subject={subject} hasMessage={hasMessage} />,
    checklist_done: <ChecklistMend subject={subject} />,
    children_closed: <ChildrenMend subject={subject} />,
  }
  return (
    <section aria-label={words('gates')}>
      <h3 className="desk-move-heading">{words('gates')}</h3>
      <ul className="desk-gates">
        {move.gates.map(({ gate, isOpen }) => {
          const willOpen = !isOpen && opening.includes(gate)
          const Icon = isOpen ? IconCircleCheck : willOpen ? IconCircleDashed : IconLock
          return (
            <li key={gate} data-open={isOpen || willOpen || undefined}>
              <Icon size={18} stroke={1.8} aria-hidden="true" />
              <div>
                <span>{words(`gate_${gate}`)}</span>
                <span className="desk-gate-state">{words(isOpen ? 'open' : willOpen ? 'willOpen' : 'shut')}</span>
                {!isOpen && mends[gate]}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function TimeMend({ subject, hasMessage }: { subject: Case; hasMessage: boolean }) {
  const words = useMoveWords()
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <div className="desk-gate-mend">
      {subject.can.registerTime && (
        <Button size="compact-sm" variant="default" onClick={dialog.open}>
          {words('registerTime')}
        </Button>
      )}
      {hasMessage && <span className="desk-quiet">{words('timeHint')}</span>}
      {isOpen && <RegisterTimeDialog subject={subject} onClose={dialog.close} />}
    </div>
  )
}

function ChecklistMend({ subject }: { subject: Case }) {
  const words = useMoveWords()
  const [isOpen, list] = useDisclosure(false)
  return (
    <div className="desk-gate-mend">
      <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={list.toggle}>
        {words(isOpen ? 'hideChecklist' : 'showChecklist')}
      </Button>
      <Collapse expanded={isOpen}>{isOpen && <ChecklistView subject={subject} />}</Collapse>
    </div>
  )
}

function ChildrenMend({ subject }: { subject: Case }) {
  const words = useMoveWords()
  const links = useQuery(besideQueries.links(subject.id))
  const open = (links.data?.children ?? []).filter(({ status }) => !HAS_ENDED.includes(status.category))
  return (
    <div className="desk-gate-mend">
      {links.isError && <span className="desk-refusal">{words('childrenFailed')}</span>}
      {open.length > 0 && <LinkedCases label={words('openChildren')} cases={open} />}
    </div>
  )
}

const HAS_ENDED: readonly string[] = ['solved', 'closed', 'cancelled']
