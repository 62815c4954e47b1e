import { IconArrowRight, IconChecklist, IconForms, IconUser } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'

import { useGridFocus, type GridFocus, type Position } from '../../shared/lists/use-grid-focus.ts'
import { allowMove, forbidMove, transitionOf, type Ends } from './edit-definition.ts'
import { moveAt } from './graph-focus.ts'
import { isSamePlace } from './place-problems.ts'
import { byCategory } from './status-order.ts'
import { useMoveWords } from './use-move-words.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

/** Before the first status to move to stands the one to move from. */
const FIRST_COLUMN = 1

/** Every move as a cell: from the status on the left to the one above. */
export function WorkflowMatrix({ hintId }: { hintId: string }) {
  const words = useWorkflowWords()
  const { editor, statuses, fields, choose, problems } = useBench()
  const { statusName } = useMoveWords(statuses, fields)
  const statusIds = byCategory(editor.draft.definition.statusIds, statuses)
  const grid = useGridFocus(statusIds.length + 1, statusIds.length + 1, { row: 1, column: 1 })
  const press = (event: KeyboardEvent) => void grid.move(event)
  const head = (statusId: string, at: Position, label: string) => {
    const place = { kind: 'status', statusId } as const
    return (
      <button
        type="button"
        className="desk-matrix-head td-focus"
        {...grid.cellProps(at)}
        aria-label={label}
        data-wrong={problems.some((placed) => isSamePlace(placed.place, place)) || undefined}
        onKeyDown={press}
        onClick={() => choose(place)}
      >
        {statusName(statusId)}
      </button>
    )
  }

  return (
    <div className="desk-matrix-wrap">
      <table className="desk-matrix" role="grid" aria-label={words('table')} aria-describedby={hintId}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <span {...grid.cellProps({ row: 0, column: 0 })} onKeyDown={press}>
                {words('from')}
              </span>
            </th>
            {statusIds.map((id, index) => (
              <th key={id} role="columnheader" scope="col">
                {head(id, { row: 0, column: index + FIRST_COLUMN }, words('toStatus', { to: statusName(id) }))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {statusIds.map((fromId, index) => (
            <tr key={fromId} role="row">
              <th role="rowheader" scope="row">
                {head(fromId, { row: index + 1, column: 0 }, words('fromStatus', { from: statusName(fromId) }))}
              </th>
              {statusIds.map((toId, column) => (
                <MatrixCell
                  key={toId}
                  ends={{ fromId, toId }}
                  grid={grid}
                  at={{ row: index + 1, column: column + FIRST_COLUMN }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MatrixCell({ ends, grid, at }: { ends: Ends; grid: GridFocus; at: Position }) {
  const words = useWorkflowWords()
  const { editor, statuses, fields, problems, chosen, choose, mayWrite } = useBench()
  const { statusName, termsOf } = useMoveWords(statuses, fields)
  const transition = transitionOf(editor.draft.definition, ends)
  const names = { from: statusName(ends.fromId), to: statusName(ends.toId) }
  if (ends.fromId === ends.toId) {
    return (
      <td role="gridcell" data-own>
        <span
          {...grid.cellProps(at)}
          onKeyDown={(event) => void grid.move(event)}
          aria-label={words('noOwnMove')}
          role="img"
        >
          –
        </span>
      </td>
    )
  }
  const isAllowed = transition !== undefined
  const toggle = () => editor.edit((now) => (isAllowed ? forbidMove(now, ends) : allowMove(now, ends)))
  const press = (event: KeyboardEvent) => {
    if (grid.move(event) || event.key !== ' ') return
    event.preventDefault()
    if (mayWrite) toggle()
  }
  return (
    <td role="gridcell" aria-selected={isSamePlace(chosen, moveAt(ends))}>
      <button
        type="button"
        className="desk-matrix-cell td-focus"
        {...grid.cellProps(at)}
        aria-label={[
          words(isAllowed ? 'moveAllowed' : 'moveForbidden', names),
          ...(isAllowed ? termsOf(transition) : []),
        ].join('; ')}
        data-allowed={isAllowed || undefined}
        data-wrong={problems.some(({ place }) => isSamePlace(place, moveAt(ends))) || undefined}
        onKeyDown={press}
        onClick={() => choose(moveAt(ends))}
      >
        {isAllowed && (
          <>
            <IconArrowRight size={16} stroke={2} aria-hidden="true" />
            {transition.who.length > 0 && <IconUser size={12} stroke={2} aria-hidden="true" />}
            {transition.requires.length > 0 && <IconForms size={12} stroke={2} aria-hidden="true" />}
            {transition.gates.length > 0 && <IconChecklist size={12} stroke={2} aria-hidden="true" />}
          </>
        )}
      </button>
    </td>
  )
}
