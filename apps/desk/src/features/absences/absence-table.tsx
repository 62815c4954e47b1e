import type { Absence } from '@timedesk/contracts/absences'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { PersonAvatar } from '@timedesk/ui/person-avatar'

import { Mark } from '../../shared/lists/mark.tsx'
import { AbsenceButtons } from './absence-buttons.tsx'
import { useAbsenceWords } from './use-absence-words.ts'
import { useDaysWording } from './use-days-wording.ts'

type AbsenceTableProps = {
  label: string
  absences: readonly Absence[]
  /** Leaves the person away, where all are one's own. */
  isOwn?: boolean
}

const MARKS = { now: 'warn', coming: 'quiet', past: 'quiet' } as const

/** Absences with who stands in, and what may be done. */
export function AbsenceTable({ label, absences, isOwn = false }: AbsenceTableProps) {
  const words = useAbsenceWords()
  const wordDays = useDaysWording()
  const person: DataColumn<Absence> = {
    key: 'person',
    header: words('person'),
    priority: 1,
    render: ({ employee: { name } }) => (
      <span className="desk-person">
        <PersonAvatar name={name} /> {name}
      </span>
    ),
  }
  return (
    <DataTable
      label={label}
      rows={absences}
      rowKey={({ id }) => id}
      isQuiet={({ state }) => state === 'past'}
      columns={[
        ...(isOwn ? [] : [person]),
        {
          ...{ key: 'days', header: words('days') },
          ...(isOwn && { priority: 1 as const }),
          render: (row) => (
            <span>
              {wordDays(row)} <Mark kind={MARKS[row.state]}>{words(`state_${row.state}`)}</Mark>
            </span>
          ),
        },
        { key: 'delegate', header: words('delegate'), render: ({ delegate }) => delegate?.name ?? words('nobody') },
        ...(isOwn
          ? []
          : ([
              { key: 'reason', header: words('reason'), priority: 3, render: ({ reason }) => reason },
              { key: 'cases', header: words('openCases'), align: 'end', render: ({ openCases }) => openCases },
            ] satisfies DataColumn<Absence>[])),
      ]}
      rowActions={(absence) => <AbsenceButtons absence={absence} />}
    />
  )
}
