import { Anchor, SegmentedControl, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { PotentialSource, type PotentialItem } from '@timedesk/contracts/potential'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { EntryWork } from '../../shared/entries/entry-work.tsx'
import { OverageButtons } from '../../shared/entries/overage-buttons.tsx'
import { FilterSelect } from '../../shared/lists/filter-select.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import './potential.css'
import { potentialQueries } from './queries.ts'
import { usePotentialWords } from './use-potential-words.ts'

const STATES = ['ready', 'held', 'future'] as const

/** What a customer's potential comes from, each with how its amount came about and what holds it back. */
export function PotentialItems({ customerId }: { customerId: string }) {
  const words = usePotentialWords()
  const filters = useUrlFilters()
  const to = filters.get('to')
  const state = STATES.find((candidate) => candidate === filters.get('state'))
  const source = PotentialSource.safeParse(filters.get('source')).data
  const items = useInfiniteQuery(
    potentialQueries.items(customerId, {
      ...(to !== undefined && { to }),
      ...(state !== undefined && { state }),
      ...(source !== undefined && { source }),
    }),
  )
  return (
    <>
      <ListTools>
        <SegmentedControl
          size="xs"
          aria-label={words('state')}
          value={state ?? 'all'}
          onChange={(chosen) => filters.set({ state: chosen === 'all' ? undefined : chosen })}
          data={(['all', ...STATES] as const).map((option) => ({ value: option, label: words(`state_${option}`) }))}
        />
        <FilterSelect
          {...{ filters, name: 'source', label: words('source'), anyLabel: words('anySource') }}
          options={PotentialSource.options}
          wordOf={(option) => words(`source_${option}`)}
          value={source}
        />
        <TextInput
          type="date"
          aria-label={words('to')}
          value={to ?? ''}
          onChange={(event) => filters.set({ to: event.currentTarget.value })}
        />
      </ListTools>
      <ListFace
        query={items}
        empty={<EmptyState title={words('itemsEmptyTitle')}>{words('itemsEmptyText')}</EmptyState>}
      >
        {(rows) => <ItemTable items={rows} />}
      </ListFace>
    </>
  )
}

function ItemTable({ items }: { items: readonly PotentialItem[] }) {
  const words = usePotentialWords()
  const format = useFormat()
  return (
    <DataTable
      label={words('items')}
      rows={items}
      rowKey={({ source, sourceId, kind, amount }) => `${source} ${sourceId} ${kind} ${amount?.amount ?? ''}`}
      columns={[
        { key: 'what', header: words('what'), priority: 1, render: (item) => <What item={item} /> },
        { key: 'day', header: words('day'), render: ({ day }) => <Day day={format.workDate(day)} /> },
        {
          key: 'agreement',
          header: words('agreement'),
          render: ({ agreement }) =>
            agreement === null ? (
              '—'
            ) : (
              <Anchor component={Link} to={paths.agreement(agreement.id)}>
                {agreement.name}
              </Anchor>
            ),
        },
        { key: 'who', header: words('who'), priority: 3, render: ({ entry }) => entry?.employee.name ?? '—' },
        { key: 'amount', header: words('amount'), align: 'end', render: (item) => <ItemAmount item={item} /> },
      ]}
      {...(items.some(({ entry }) => entry?.can.decideOverage === true) && {
        rowActions: ({ entry }: PotentialItem) => entry !== null && <OverageButtons entry={entry} />,
      })}
    />
  )
}

function What({ item: { entry, text, source, kind, state, day, heldBecause } }: { item: PotentialItem }) {
  const words = usePotentialWords()
  const format = useFormat()
  return (
    <div className="desk-stack">
      {entry === null ? (
        <>
          <span>{text}</span>
          <span className="desk-quiet desk-small">{words(`source_${source}`)}</span>
        </>
      ) : (
        <EntryWork entry={entry} />
      )}
      {kind === 'overage' && heldBecause === null && <span className="desk-quiet desk-small">{words('beyond')}</span>}
      {heldBecause !== null && <span className="desk-held-reason">{words(`because_${heldBecause}`)}</span>}
      {state === 'future' && (
        <span className="desk-quiet desk-small">{words('due', { day: format.workDate(day) })}</span>
      )}
    </div>
  )
}

function Day({ day }: { day: string }) {
  return <span className="desk-nowrap">{day}</span>
}

function ItemAmount({ item: { amount } }: { item: PotentialItem }) {
  const words = usePotentialWords()
  const format = useFormat()
  return amount === null ? <Mark kind="bad">{words('noPrice')}</Mark> : format.money(amount)
}
