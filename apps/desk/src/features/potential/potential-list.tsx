import { Anchor, Text, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Settlement } from '@timedesk/contracts/agreements'
import type { listPotential, PotentialRow } from '@timedesk/contracts/potential'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'
import type { z } from 'zod'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { FilterSelect } from '../../shared/lists/filter-select.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { isZero } from '../../shared/money.ts'
import { Figures } from '../../shared/panels/facts.tsx'
import { potentialPath } from '../../shared/paths.ts'
import { AgeBar, AgeKey } from './age-bar.tsx'
import './potential.css'
import { potentialQueries } from './queries.ts'
import { usePotentialWords } from './use-potential-words.ts'

/** What can be invoiced, by customer; a row leads to what it comes from. */
export function PotentialList() {
  const words = usePotentialWords()
  const coverWords = useCoverWords()
  const filters = useUrlFilters()
  const to = filters.get('to')
  const settlement = Settlement.safeParse(filters.get('settlement')).data
  const potential = useInfiniteQuery(
    potentialQueries.list({ ...(to !== undefined && { to }), ...(settlement !== undefined && { settlement }) }),
  )
  return (
    <>
      <ListTools>
        <TextInput
          type="date"
          label={words('to')}
          value={to ?? ''}
          onChange={(event) => filters.set({ to: event.currentTarget.value })}
        />
        <FilterSelect
          {...{ filters, name: 'settlement', label: words('settlement'), anyLabel: words('anySettlement') }}
          withLabel
          options={Settlement.options}
          wordOf={(option) => coverWords(`settlement_${option}`)}
          value={settlement}
        />
      </ListTools>
      <ListFace
        query={potential}
        empty={<EmptyList filters={filters} title={words('emptyTitle')} text={words('emptyText')} />}
      >
        {(rows) => (
          <>
            <Totals totals={potential.data?.pages[0]?.totals} />
            <PotentialTable rows={rows} to={to} />
            <AgeKey />
            {rows.some(({ heldItems }) => heldItems.length > 0) && (
              <Text size="sm" mt="sm" c="var(--td-ink-quiet)">
                {words('heldText')}
              </Text>
            )}
          </>
        )}
      </ListFace>
    </>
  )
}

function PotentialTable({ rows, to }: { rows: readonly PotentialRow[]; to: string | undefined }) {
  const words = usePotentialWords()
  const format = useFormat()
  const linkTo = ({ customer }: PotentialRow) => `${potentialPath(customer.id)}${to === undefined ? '' : `&to=${to}`}`
  return (
    <DataTable
      label={words('title')}
      rows={rows}
      rowKey={({ customer, ready }) => `${customer.id} ${ready.currency}`}
      columns={[
        {
          key: 'customer',
          header: words('customer'),
          priority: 1,
          render: (row) => (
            <Anchor component={Link} to={linkTo(row)}>
              {row.customer.name}
            </Anchor>
          ),
        },
        {
          key: 'oldest',
          header: words('oldest'),
          render: ({ oldestDay }) => (oldestDay === null ? '—' : format.workDate(oldestDay)),
        },
        { key: 'ages', header: words('ages'), render: (row) => <AgeBar ages={row.ages} /> },
        { key: 'held', header: words('held'), align: 'end', render: (row) => <Held row={row} /> },
        {
          key: 'future',
          header: words('future'),
          align: 'end',
          render: ({ future }) => (isZero(future) ? '—' : format.money(future)),
        },
        {
          key: 'ready',
          header: words('ready'),
          align: 'end',
          render: ({ ready }) => <strong>{format.money(ready)}</strong>,
        },
      ]}
    />
  )
}

function Held({ row: { held, heldItems } }: { row: PotentialRow }) {
  const words = usePotentialWords()
  const format = useFormat()
  if (heldItems.length === 0) return '—'
  return (
    <div className="desk-held">
      {!isZero(held) && <span>{format.money(held)}</span>}
      {heldItems.map(({ reason, items }) => (
        <span key={reason} className="desk-held-reason">
          {words(`held_${reason}`, { count: items })}
        </span>
      ))}
    </div>
  )
}

type TotalsProps = { totals: z.output<(typeof listPotential)['responses'][200]>['totals'] | undefined }

function Totals({ totals }: TotalsProps) {
  const words = usePotentialWords()
  const format = useFormat()
  if (totals === undefined) return null
  const facts = (['ready', 'held', 'future'] as const).flatMap((what) =>
    totals[what].map((money) => ({
      label: words('totalOf', { what: words(what), currency: money.currency }),
      value: format.money(money),
    })),
  )
  return <Figures facts={facts} />
}
