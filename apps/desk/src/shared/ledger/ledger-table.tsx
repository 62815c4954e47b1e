import { Anchor, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { LedgerRow } from '@timedesk/contracts/vouchers'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useUnits, type Units } from '../cover/use-units.ts'
import { ListFace } from '../lists/list-face.tsx'
import { isZero } from '../money.ts'
import { paths } from '../paths.ts'
import { ledgerQueries } from './ledger-queries.ts'
import { useLedgerWords } from './use-ledger-words.ts'
import { wordKind } from './word-row.ts'

type LedgerTableProps = {
  poolId: string
  units: Units
  /** Whether money moves with the units: a voucher's does, a quota's does not. */
  withMoney: boolean
}

/** Every movement of a voucher or a quota with the balance it left, latest first. */
export function LedgerTable({ poolId, units, withMoney }: LedgerTableProps) {
  const words = useLedgerWords()
  const format = useFormat()
  const wording = useUnits()
  const ledger = useInfiniteQuery(ledgerQueries.rows(poolId, {}))
  const moved = (count: number) => (count > 0 ? `+${wording.short(count, units)}` : wording.short(count, units))
  return (
    <ListFace
      query={ledger}
      empty={
        <Text size="sm" c="var(--td-ink-quiet)">
          {words('ledgerEmpty')}
        </Text>
      }
    >
      {(rows) => (
        <DataTable
          label={words('ledger')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'what', header: words('what'), priority: 1, render: (row) => <What row={row} /> },
            { key: 'booked', header: words('booked'), render: (row) => <Booked row={row} /> },
            {
              key: 'units',
              header: words('units'),
              align: 'end',
              render: (row) => (row.units === 0 ? '0' : moved(row.units)),
            },
            {
              key: 'balance',
              header: words('balance'),
              align: 'end',
              render: (row) => <strong>{wording.short(row.balanceAfter, units)}</strong>,
            },
            ...(withMoney
              ? ([
                  {
                    key: 'earned',
                    header: words('earned'),
                    align: 'end',
                    render: (row: LedgerRow) => (isZero(row.revenue) ? '—' : format.money(row.revenue)),
                  },
                  {
                    key: 'owed',
                    header: words('owed'),
                    align: 'end',
                    priority: 3,
                    render: (row: LedgerRow) => format.money(row.liabilityAfter),
                  },
                ] as const)
              : []),
          ]}
        />
      )}
    </ListFace>
  )
}

function What({ row }: { row: LedgerRow }) {
  const words = useLedgerWords()
  const format = useFormat()
  const { employee, minutes, approvedBy, reason, actorName } = row
  const facts = [
    employee === null || minutes === null
      ? actorName
      : words('minutesOf', { minutes: format.minutes(minutes), name: employee.name }),
    reason === '' ? null : `“${reason}”`,
    approvedBy === null ? null : words('approvedBy', { name: approvedBy.name }),
  ]
  return (
    <div className="desk-stack">
      <span>
        {wordKind(row, words)}
        {row.case !== null && (
          <>
            {' '}
            <Anchor component={Link} to={paths.case(row.case.number)}>
              #{row.case.number} {row.case.subject}
            </Anchor>
          </>
        )}
      </span>
      <span className="desk-quiet desk-small">{facts.filter((fact) => fact !== null && fact !== '').join(' · ')}</span>
    </div>
  )
}

function Booked({ row: { bookedOn, workDate } }: { row: LedgerRow }) {
  const words = useLedgerWords()
  const format = useFormat()
  if (workDate === null || workDate === bookedOn) {
    return <span className="desk-nowrap">{format.workDate(bookedOn)}</span>
  }
  return (
    <span className="desk-stack desk-nowrap">
      <span>{format.workDate(bookedOn)}</span>
      <span className="desk-quiet desk-small">{words('worked', { day: format.workDate(workDate) })}</span>
    </span>
  )
}
