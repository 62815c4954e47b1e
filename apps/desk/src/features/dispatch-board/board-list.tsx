import type { DispatchBoard } from '@timedesk/contracts/dispatch-board'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { useId, type HTMLAttributes } from 'react'

import { BoardCase } from './board-case.tsx'
import { useBoardWords } from './use-board-words.ts'

/** Where figures of the board stop. */
const CAP = 100

type BoardListProps = {
  title: string
  none: string
  list: DispatchBoard['unassigned']
  mayDispatch: boolean
  draggedId: string | undefined
  handlersOf: (row: CaseSummary) => HTMLAttributes<HTMLLIElement>
  onAssign: (row: CaseSummary) => void
}

/** One list of the board, with how many there are. */
export function BoardList({ title, none, list, mayDispatch, draggedId, handlersOf, onAssign }: BoardListProps) {
  const words = useBoardWords()
  const titleId = useId()
  const { data, hasMore, total } = list
  return (
    <section className="desk-board-list" aria-labelledby={titleId}>
      <h2 id={titleId}>
        {title}{' '}
        <span className="desk-quiet td-number">
          {words(total >= CAP ? 'countCapped' : 'countOf', { count: total })}
        </span>
      </h2>
      {data.length === 0 ? (
        <p className="desk-quiet">{none}</p>
      ) : (
        <ul>
          {data.map((row) => (
            <BoardCase
              key={row.id}
              row={row}
              mayDispatch={mayDispatch}
              isDragged={row.id === draggedId}
              dragHandlers={handlersOf(row)}
              onAssign={() => onAssign(row)}
            />
          ))}
        </ul>
      )}
      {hasMore && <p className="desk-quiet">{words('more')}</p>}
    </section>
  )
}
