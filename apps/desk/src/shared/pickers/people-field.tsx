import { Pill } from '@mantine/core'
import type { Reference } from '@timedesk/contracts/primitives'
import type { ReactNode } from 'react'

import './people-field.css'
import { EmployeePicker } from './search-pickers.tsx'

type PeopleFieldProps = {
  label: string
  people: readonly Reference[]
  error?: ReactNode
  onChange: (people: readonly Reference[]) => void
}

/** Several members of staff, searched for one after the other. */
export function PeopleField({ label, people, error, onChange }: PeopleFieldProps) {
  return (
    <div className="desk-people-field">
      <EmployeePicker
        // A new one for each choice, which begins empty.
        key={people.length}
        label={label}
        value={null}
        error={error}
        onChange={(person) => {
          if (person !== null && !people.some(({ id }) => id === person.id)) onChange([...people, person])
        }}
      />
      {people.length > 0 && (
        <Pill.Group role="group" aria-label={label}>
          {people.map(({ id, name }) => (
            <Pill
              key={id}
              withRemoveButton
              removeButtonProps={{ 'aria-label': name, tabIndex: 0, 'aria-hidden': false }}
              onRemove={() => onChange(people.filter((person) => person.id !== id))}
            >
              {name}
            </Pill>
          ))}
        </Pill.Group>
      )}
    </div>
  )
}
