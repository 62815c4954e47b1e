import { UnstyledButton } from '@mantine/core'
import type { BoardPerson as Person } from '@timedesk/contracts/dispatch-board'
import { useFormat } from '@timedesk/ui/format'
import { PersonAvatar } from '@timedesk/ui/person-avatar'

import { LoadBar } from './load-bar.tsx'
import { useBoardWords } from './use-board-words.ts'

type BoardPersonProps = { person: Person; isOver: boolean; onShow: () => void }

/** A person with what they have to do against what is left of their day; cases are dropped on it. */
export function BoardPerson({ person, isOver, onShow }: BoardPersonProps) {
  const words = useBoardWords()
  const format = useFormat()
  const { id, name, openCases, dueCases, absence, skills, loadMinutes, workingMinutesLeft } = person
  const figures = { load: format.minutes(loadMinutes), left: format.minutes(workingMinutesLeft) }
  return (
    <li className="desk-board-person" data-drop={`person:${id}`} data-over={isOver || undefined}>
      <PersonAvatar name={name} size={32} />
      <div className="desk-board-person-words">
        <div className="desk-board-person-head">
          <UnstyledButton className="desk-board-name td-focus" aria-label={words('show', { name })} onClick={onShow}>
            {name}
          </UnstyledButton>
          <span className="desk-quiet">
            {words('openCases', { count: openCases })}
            {dueCases > 0 && <strong> · {words('dueCases', { count: dueCases })}</strong>}
          </span>
        </div>
        {absence !== null && (
          <span className="desk-board-away">
            {absence.delegate === null
              ? words('away', { to: format.workDate(absence.to) })
              : words('awayDelegate', { to: format.workDate(absence.to), delegate: absence.delegate.name })}
          </span>
        )}
        {skills.length > 0 && (
          <span className="desk-quiet desk-small">
            {skills.map((skill) => words('skill', { name: skill.name, level: skill.level })).join(' · ')}
          </span>
        )}
      </div>
      <div className="desk-board-load">
        <LoadBar load={loadMinutes} left={workingMinutesLeft} label={words('loadBar', { name, ...figures })} />
        <span className="desk-quiet desk-small">{words('load', figures)}</span>
      </div>
    </li>
  )
}
