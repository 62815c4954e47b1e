import { ActionIcon } from '@mantine/core'
import { IconUserShare } from '@tabler/icons-react'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { PriorityMark } from '@timedesk/ui/priority-mark'
import { StatusPill } from '@timedesk/ui/status-pill'
import type { HTMLAttributes } from 'react'
import { Link } from 'react-router'

import { DueMark } from '../../shared/cases/due-mark.tsx'
import { paths } from '../../shared/paths.ts'
import { useBoardWords } from './use-board-words.ts'

type BoardCaseProps = {
  row: CaseSummary
  mayDispatch: boolean
  isDragged: boolean
  dragHandlers: HTMLAttributes<HTMLLIElement>
  onAssign: () => void
}

/** A case on the board: dragged onto a person, or given to one by its button or the key `a`. */
export function BoardCase({ row, mayDispatch, isDragged, dragHandlers, onAssign }: BoardCaseProps) {
  const words = useBoardWords()
  const { number, subject, customer, priority, status, due, responsible } = row
  return (
    <li
      className="desk-board-case"
      data-board-case={row.id}
      data-dragged={isDragged || undefined}
      {...(mayDispatch && dragHandlers)}
    >
      <div className="desk-board-case-head">
        <PriorityMark rank={priority.level} label={priority.name} />
        <Link
          to={paths.case(number)}
          onKeyDown={(event) => {
            if (event.key !== 'a' || !mayDispatch) return
            event.preventDefault()
            onAssign()
          }}
        >
          <span className="td-number">#{number}</span> {subject}
        </Link>
      </div>
      <div className="desk-board-case-facts">
        <span>{customer.name}</span>
        <StatusPill category={status.category} color={status.color} label={status.name} />
        {responsible !== null && <span>{responsible.name}</span>}
        <DueMark due={due} />
      </div>
      {mayDispatch && (
        <ActionIcon
          className="desk-board-assign"
          variant="subtle"
          color="gray"
          aria-label={words('assign', { number })}
          onClick={onAssign}
        >
          <IconUserShare size={18} stroke={1.6} />
        </ActionIcon>
      )}
    </li>
  )
}
