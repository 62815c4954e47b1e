import { Button } from '@mantine/core'
import type { BoardPerson as Person, DispatchBoard } from '@timedesk/contracts/dispatch-board'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { useId, useState } from 'react'

import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { BoardList } from './board-list.tsx'
import { BoardPerson } from './board-person.tsx'
import './board.css'
import { PersonDrawer } from './person-drawer.tsx'
import { caseAfter, type Place } from './place-case.ts'
import { useBoard } from './use-board.ts'
import { useBoardWords } from './use-board-words.ts'
import { useDrag } from './use-drag.ts'
import { useFocusCase } from './use-focus-case.ts'
import { useGive } from './use-give.tsx'

/** The dispatcher's board of a department with all below it, or of all. */
export function Board({ departmentId }: { departmentId: string | undefined }) {
  const words = useBoardWords()
  const { query, arrived, showArrived } = useBoard(departmentId)
  return (
    <QueryFace query={query} rows={8}>
      {(board) => (
        <div aria-busy={query.isPlaceholderData}>
          <div className="desk-board-arrivals" role="status">
            {arrived > 0 && (
              <Button size="compact-sm" radius="xl" onClick={showArrived}>
                {words('arrived', { count: arrived })}
              </Button>
            )}
          </div>
          <Columns board={board} departmentId={departmentId} />
        </div>
      )}
    </QueryFace>
  )
}

function Columns({ board, departmentId }: { board: DispatchBoard; departmentId: string | undefined }) {
  const words = useBoardWords()
  const mayDispatch = useMay()('case:dispatch')
  const { give, told } = useGive(departmentId)
  const [assigned, setAssigned] = useState<CaseSummary | null>(null)
  const [shown, setShown] = useState<Person | null>(null)
  const { drag, handlersOf } = useDrag<CaseSummary>((row, target) => {
    const to = placeAt(board, target)
    if (to !== null && to.responsible?.id !== row.responsible?.id) give(row, to)
  })
  const focusCase = useFocusCase()
  const lists = { mayDispatch, draggedId: drag?.item.id, handlersOf, onAssign: setAssigned }
  return (
    <>
      {mayDispatch && <p className="desk-quiet desk-board-hint">{words('dragHint')}</p>}
      <p className="desk-hidden" role="status">
        {told}
      </p>
      <div className="desk-board">
        <BoardList {...lists} title={words('unassigned')} none={words('noUnassigned')} list={board.unassigned} />
        <BoardList {...lists} title={words('atRisk')} none={words('noAtRisk')} list={board.atRisk} />
        <People board={board} over={drag?.over ?? null} onShow={setShown} />
      </div>
      {drag !== null && (
        <div
          className="desk-board-ghost"
          style={{ transform: `translate(${drag.x}px, ${drag.y}px)` }}
          aria-hidden="true"
        >
          #{drag.item.number} {drag.item.subject}
        </div>
      )}
      {shown !== null && (
        <PersonDrawer person={shown} mayDispatch={mayDispatch} onAssign={setAssigned} onClose={() => setShown(null)} />
      )}
      {assigned !== null && (
        <AssignDialog
          row={assigned}
          board={board}
          onClose={() => {
            setAssigned(null)
            if (shown === null) focusCase(assigned.id)
          }}
          onAssign={(to) => {
            setAssigned(null)
            give(assigned, to)
            // One after the other goes by keyboard: the next that nobody has.
            if (shown === null) focusCase(caseAfter(board.unassigned.data, assigned.id))
          }}
        />
      )}
    </>
  )
}

type PeopleProps = { board: DispatchBoard; over: string | null; onShow: (person: Person) => void }

function People({ board: { people, hasMorePeople, department }, over, onShow }: PeopleProps) {
  const words = useBoardWords()
  const titleId = useId()
  const queue = department === null ? null : `queue:${department.id}`
  return (
    <section className="desk-board-people" aria-labelledby={titleId}>
      <h2 id={titleId}>{words('people')}</h2>
      {people.length === 0 && <p className="desk-quiet">{words('noPeople')}</p>}
      <ul>
        {people.map((person) => (
          <BoardPerson
            key={person.id}
            person={person}
            isOver={over === `person:${person.id}`}
            onShow={() => onShow(person)}
          />
        ))}
        {department !== null && queue !== null && (
          <li className="desk-board-person" data-drop={queue} data-over={over === queue || undefined}>
            <span>{words('queueOf', { department: department.name })}</span>
            <span className="desk-quiet">{words('queueHint')}</span>
          </li>
        )}
      </ul>
      {hasMorePeople && <p className="desk-quiet">{words('morePeople')}</p>}
    </section>
  )
}

function placeAt({ people, department }: DispatchBoard, target: string): Place | null {
  const [kind, id] = target.split(':')
  if (kind === 'queue') return department === null ? null : { department, responsible: null }
  const person = people.find((one) => one.id === id)
  return person === undefined
    ? null
    : { department: person.department, responsible: { id: person.id, name: person.name } }
}
