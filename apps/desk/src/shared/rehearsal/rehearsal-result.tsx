import { Alert, Anchor } from '@mantine/core'
import type { Rehearsal, RehearsedDifference } from '@timedesk/contracts/rehearsals'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { signed } from '../signed.ts'
import { useRehearsalWords } from './use-rehearsal-words.ts'

/** What a rehearsal found: in figures, and case by case. */
export function RehearsalResult({ rehearsal }: { rehearsal: Rehearsal }) {
  const words = useRehearsalWords()
  const format = useFormat()
  const { cases, differing, isCut, from, to, omits, figures, rows } = rehearsal
  const shown = { cases: format.number(cases) }
  return (
    <>
      <div role="status">
        <p>
          <strong>{differing === 0 ? words('same', shown) : words('differ', { ...shown, count: differing })}</strong>
        </p>
        <p className="desk-quiet">{words('period', { from: format.dateTime(from), to: format.dateTime(to) })}</p>
      </div>
      {omits.length > 0 && (
        <p className="desk-quiet desk-small">
          {words('omits', { what: omits.map((omitted) => words(`omits.${omitted}`)).join(', ') })}
        </p>
      )}
      {isCut && <Alert color="yellow">{words('cut', shown)}</Alert>}
      {figures.length > 0 && <FigureTable figures={figures} />}
      {rows.length > 0 && <CaseTable rows={rows} />}
      {rows.length < differing && <p className="desk-quiet">{words('rowsCut', { count: rows.length })}</p>}
    </>
  )
}

type Figure = Rehearsal['figures'][number]

function FigureTable({ figures }: { figures: readonly Figure[] }) {
  const words = useRehearsalWords()
  const format = useFormat()
  const nameOf = ({ figure, clock }: Figure) => {
    const named = words(`figure.${figure}`)
    return clock === null ? named : words('ofClock', { figure: named, clock: words(`clock.${clock}`) })
  }
  return (
    <DataTable
      label={words('figures')}
      rows={figures}
      rowKey={({ figure, clock }) => `${figure} ${clock ?? ''}`}
      columns={[
        { key: 'what', header: words('figure'), priority: 1, render: nameOf },
        { key: 'asIs', header: words('asIs'), align: 'end', render: ({ asIs }) => format.number(asIs) },
        { key: 'draft', header: words('draft'), align: 'end', render: ({ draft }) => format.number(draft) },
        {
          key: 'change',
          header: words('change'),
          align: 'end',
          render: ({ asIs, draft }) => signed(draft - asIs, format.number),
        },
      ]}
    />
  )
}

function CaseTable({ rows }: { rows: Rehearsal['rows'] }) {
  const words = useRehearsalWords()
  return (
    <DataTable
      label={words('rows')}
      rows={rows}
      rowKey={(row) => row.case.id}
      columns={[
        {
          key: 'case',
          header: words('case'),
          priority: 1,
          render: (row) => (
            <Anchor component={Link} to={paths.case(row.case.number)}>
              #{row.case.number} {row.case.subject}
            </Anchor>
          ),
        },
        { key: 'customer', header: words('customer'), render: ({ customer }) => customer },
        {
          key: 'differs',
          header: words('differs'),
          render: ({ differences }) => (
            <ul className="desk-rehearsal-differences">
              {differences.map((difference) => (
                <Difference key={keyOf(difference)} difference={difference} />
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

function keyOf({ what, clock, cycle, at, draft }: RehearsedDifference): string {
  return [what, clock, cycle, at, draft].join(' ')
}

function Difference({ difference }: { difference: RehearsedDifference }) {
  const words = useRehearsalWords()
  const format = useFormat()
  const { what, clock, asIs, draft } = difference
  const named = words(`what.${what}`)
  const isInstant = what === 'due' || what === 'breach'
  const word = (value: string | null) => {
    if (value === null) return words('no')
    return isInstant ? format.dateTime(value) : value
  }
  return (
    <li>
      {words('differenceOf', {
        what: clock === null ? named : words('ofClock', { figure: named, clock: words(`clock.${clock}`) }),
        asIs: word(asIs),
        draft: word(draft),
      })}
    </li>
  )
}
