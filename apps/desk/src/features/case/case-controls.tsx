import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { Drop } from '@timedesk/ui/drop'
import { DropItem, DropLabel } from '@timedesk/ui/drop-items'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { PriorityMark } from '@timedesk/ui/priority-mark'
import { StatusPill, useStatusName } from '@timedesk/ui/status-pill'
import { ariaKeys, useKeysOf } from '@timedesk/ui/use-shortcuts'
import { Keys } from '@timedesk/ui/keys'
import type { ReactNode } from 'react'

import { useCaseWords } from '../../shared/cases/use-case-words.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { ClockSlab } from './clocks/clock-slab.tsx'
import { takesNothing } from './moves/move-draft.ts'
import type { Moves } from './moves/use-moves.tsx'
import type { PriorityChange } from './use-priority-change.tsx'
import { useCasePageWords } from './use-case-page-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

export type OpenMenu = 'status' | 'priority' | 'type' | null

type CaseControlsProps = {
  subject: Case
  update: CaseUpdate
  moves: Moves
  priority: PriorityChange
  openMenu: OpenMenu
  onMenu: (menu: OpenMenu) => void
  onDispatch: () => void
  areClocksOpen: boolean
  onClocks: () => void
}

/** Where a case stands and whose it is, each a press away from being changed. */
export function CaseControls(props: CaseControlsProps) {
  const { subject, update, moves, priority, openMenu, onMenu, onDispatch, areClocksOpen, onClocks } = props
  const words = useCasePageWords()
  const caseWords = useCaseWords()
  const statusName = useStatusName()
  const { data: types = [] } = useQuery(settingQueries.caseTypes())
  const assignKeys = useKeysOf('case.assign')
  const menu = (name: Exclude<OpenMenu, null>) => ({
    keysId: `case.${name}`,
    isOpen: openMenu === name,
    onToggle: (isOpen: boolean) => onMenu(isOpen ? name : null),
  })

  return (
    <>
      <div className="desk-case-controls">
        <ControlMenu
          {...menu('status')}
          label={words('statusOf', { name: statusName(subject.status) })}
          heading={words(subject.can.moveTo.length === 0 ? 'noMoves' : 'moveTo')}
          face={
            <StatusPill category={subject.status.category} color={subject.status.color} label={subject.status.name} />
          }
          isFixed={!subject.can.edit}
          choices={subject.can.moveTo.map((move) => ({ id: move.id, name: <MoveChoice move={move} /> }))}
          onChoose={moves.start}
        />
        <ControlMenu
          {...menu('priority')}
          label={`${caseWords('priority')}: ${subject.priority.name}`}
          heading={caseWords('priority')}
          face={<PriorityMark rank={subject.priority.level} label={subject.priority.name} withLabel />}
          isFixed={!subject.can.edit}
          choices={priority.all
            .filter(({ isActive }) => isActive)
            .map(({ id, name, level }) => ({ id, name: <PriorityMark rank={level} label={name} withLabel /> }))}
          onChoose={priority.choose}
        />
        <ControlMenu
          {...menu('type')}
          label={`${caseWords('type')}: ${subject.type?.name ?? words('noType')}`}
          heading={caseWords('type')}
          face={
            <span className={subject.type === null ? 'desk-quiet' : ''}>{subject.type?.name ?? words('noType')}</span>
          }
          isFixed={!subject.can.edit}
          choices={types
            .filter(({ isActive }) => isActive)
            .map(({ id, name, parent }) => ({ id, name: parent === null ? name : `${parent.name} › ${name}` }))}
          onChoose={(typeId) => update.update({ typeId }, types.find(({ id }) => id === typeId)?.name ?? '')}
        />
        <Button
          variant="default"
          size="compact-md"
          className="desk-control"
          disabled={!subject.can.dispatch}
          aria-keyshortcuts={ariaKeys(assignKeys)}
          onClick={onDispatch}
        >
          <span className="desk-assignee">
            {subject.responsible !== null && <PersonAvatar name={subject.responsible.name} size={20} />}
            {subject.responsible?.name ?? caseWords('nobody')}
            <span className="desk-quiet">{subject.department.name}</span>
          </span>
        </Button>
        <ClockSlab subject={subject} isOpen={areClocksOpen} onOpen={onClocks} />
      </div>
      <ProblemNotice error={moves.error} onClose={moves.forget} />
      {moves.dialog}
      {priority.dialog}
    </>
  )
}

/** A status that the case may move to, with a sign where the move takes something. */
function MoveChoice({ move }: { move: StatusMove }) {
  const words = useCasePageWords()
  const { category, color, name } = move
  return (
    <span className="desk-move-choice">
      <StatusPill category={category} color={color} label={name} />
      {!takesNothing(move) && <span className="desk-quiet">{words('takesSomething')}</span>}
    </span>
  )
}

type ControlMenuProps = {
  /** The deed whose keys open it. */
  keysId: string
  label: string
  heading: string
  face: ReactNode
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  isFixed: boolean
  choices: readonly { id: string; name: ReactNode }[]
  onChoose: (id: string) => void
}

function ControlMenu({ keysId, label, heading, face, isOpen, onToggle, isFixed, choices, onChoose }: ControlMenuProps) {
  const keys = useKeysOf(keysId)
  if (isFixed) return <span className="desk-control-face">{face}</span>
  return (
    <Drop
      kind="menu"
      isOpen={isOpen}
      onOpen={onToggle}
      position="bottom-start"
      className="desk-control-choices"
      target={
        <UnstyledButton
          className="desk-control-face td-focus"
          data-pressable
          aria-label={label}
          aria-keyshortcuts={ariaKeys(keys)}
        >
          {face}
          <IconChevronDown size={14} stroke={1.8} aria-hidden="true" />
        </UnstyledButton>
      }
    >
      <DropLabel className="desk-control-heading">
        {heading} {keys !== '' && <Keys keys={keys} />}
      </DropLabel>
      {choices.map(({ id, name }) => (
        <DropItem key={id} onClick={() => onChoose(id)}>
          {name}
        </DropItem>
      ))}
    </Drop>
  )
}
