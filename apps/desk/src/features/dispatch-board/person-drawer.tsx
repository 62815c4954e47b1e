import { Drawer } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { BoardPerson } from '@timedesk/contracts/dispatch-board'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { EmptyState } from '@timedesk/ui/empty-state'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { BoardCase } from './board-case.tsx'
import { boardQueries } from './queries.ts'
import { useBoardWords } from './use-board-words.ts'

type PersonDrawerProps = {
  person: BoardPerson
  mayDispatch: boolean
  onAssign: (row: CaseSummary) => void
  onClose: () => void
}

/** What a person has to do, the soonest due first; each can be given to somebody else. */
export function PersonDrawer({ person: { id, name }, mayDispatch, onAssign, onClose }: PersonDrawerProps) {
  const words = useBoardWords()
  const cases = useInfiniteQuery(boardQueries.casesOf(id))
  return (
    <Drawer opened onClose={onClose} position="right" title={words('personCases', { name })}>
      <ListFace query={cases} empty={<EmptyState title={words('nothingToDo')} />}>
        {(rows) => (
          <ul className="desk-board-cases">
            {rows.map((row) => (
              <BoardCase
                key={row.id}
                row={row}
                mayDispatch={mayDispatch}
                isDragged={false}
                dragHandlers={{}}
                onAssign={() => onAssign(row)}
              />
            ))}
          </ul>
        )}
      </ListFace>
    </Drawer>
  )
}
