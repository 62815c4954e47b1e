import { Button, Modal, TextInput, UnstyledButton } from '@mantine/core'
import type { BoardPerson, DispatchBoard } from '@timedesk/contracts/dispatch-board'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { useFormat } from '@timedesk/ui/format'
import { useRef, useState, type KeyboardEvent } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useDispatchByRules } from '../../shared/dispatch/use-dispatch-by-rules.ts'
import { LoadBar } from './load-bar.tsx'
import { nameOfPlace, type Place } from './place-case.ts'
import { sortByFit } from './sort-people.ts'
import { useBoardWords } from './use-board-words.ts'

type AssignDialogProps = {
  row: CaseSummary
  board: DispatchBoard
  onAssign: (to: Place) => void
  onClose: () => void
}

type Choice = { key: string; place: Place; person: BoardPerson | null }

/** Gives a case to a person or a queue by keyboard: whoever fits best stands first, arrows and Enter choose. */
export function AssignDialog({ row, board, onAssign, onClose }: AssignDialogProps) {
  const words = useBoardWords()
  const tell = useTell()
  const byRules = useDispatchByRules()
  const list = useRef<HTMLUListElement>(null)
  const [sought, setSought] = useState('')
  const choices = choicesOf(row, board).filter(({ place }) =>
    nameOfPlace(place).toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()),
  )
  const [first] = choices
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
  }
  return (
    <Modal opened onClose={onClose} title={words('assignTo', { number: row.number })}>
      <div className="desk-board-choices" onKeyDown={walk} role="presentation">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (first !== undefined) onAssign(first.place)
          }}
        >
          <TextInput
            label={words('find')}
            data-autofocus
            autoComplete="off"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        </form>
        {first === undefined && <p className="desk-quiet">{words('noneFound')}</p>}
        <ul ref={list}>
          {choices.map(({ key, place, person }) => (
            <li key={key}>
              <UnstyledButton className="desk-board-choice td-focus" onClick={() => onAssign(place)}>
                <ChoiceWords place={place} person={person} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <Button
          variant="default"
          loading={byRules.isPending}
          onClick={() => byRules.mutate(row.id, { onSuccess: onClose, onError: tell('').onError })}
        >
          {words('byRules')}
        </Button>
      </div>
    </Modal>
  )
}

function ChoiceWords({ place, person }: { place: Place; person: BoardPerson | null }) {
  const words = useBoardWords()
  const format = useFormat()
  if (person === null) {
    return (
      <>
        <span>{words('queueOf', { department: place.department.name })}</span>
        <span className="desk-quiet desk-small">{words('queueHint')}</span>
      </>
    )
  }
  const { name, absence, skills, loadMinutes, workingMinutesLeft } = person
  const figures = { load: format.minutes(loadMinutes), left: format.minutes(workingMinutesLeft) }
  return (
    <>
      <span>{name}</span>
      <span className="desk-quiet desk-small">
        {absence === null ? words('load', figures) : words('away', { to: format.workDate(absence.to) })}
      </span>
      {skills.length > 0 && (
        <span className="desk-quiet desk-small">
          {skills.map((skill) => words('skill', { name: skill.name, level: skill.level })).join(' · ')}
        </span>
      )}
      <LoadBar load={loadMinutes} left={workingMinutesLeft} label={words('loadBar', { name, ...figures })} />
    </>
  )
}

/** Everybody but who has it, best first, then the queues of their departments. */
function choicesOf(row: CaseSummary, { people }: DispatchBoard): Choice[] {
  const departments = new Map(
    [row.department, ...people.map(({ department }) => department)].map((one) => [one.id, one]),
  )
  const queues = [...departments.values()].filter(({ id }) => row.responsible !== null || id !== row.department.id)
  return [
    ...sortByFit(people)
      .filter(({ id }) => id !== row.responsible?.id)
      .map((person) => ({
        key: person.id,
        place: { department: person.department, responsible: { id: person.id, name: person.name } },
        person,
      })),
    ...queues.map((department) => ({ key: department.id, place: { department, responsible: null }, person: null })),
  ]
}
