import { Anchor, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { PotentialRow } from '@timedesk/contracts/agreements'
import type { Money } from '@timedesk/contracts/primitives'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { Figures } from '../../shared/panels/facts.tsx'
import { potentialPath } from '../../shared/paths.ts'
import { potentialQueries } from './queries.ts'
import { usePotentialWords } from './use-potential-words.ts'

/** What can be invoiced, by customer; a row leads to the time it comes from. */
export function PotentialList() {
  const words = usePotentialWords()
  const format = useFormat()
  const filters = useUrlFilters()
  const to = filters.get('to')
  const potential = useInfiniteQuery(potentialQueries.list(to === undefined ? {} : { to }))
  const linkTo = ({ customer }: PotentialRow) => `${potentialPath(customer.id)}${to === undefined ? '' : `&to=${to}`}`

  return (
    <ListFace
      query={potential}
      empty={<EmptyList filters={filters} title={words('emptyTitle')} text={words('emptyText')} />}
    >
      {(rows) => (
        <>
          <Totals totals={potential.data?.pages[0]?.totals ?? []} />
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
                render: ({ oldestWorkDate }) => (oldestWorkDate === null ? '—' : format.workDate(oldestWorkDate)),
              },
              { key: 'entries', header: words('entries'), align: 'end', priority: 3, render: (row) => row.entries },
              {
                key: 'minutes',
                header: words('minutes'),
                align: 'end',
                priority: 3,
                render: (row) => format.minutes(row.minutes),
              },
              {
                key: 'billable',
                header: words('billable'),
                align: 'end',
                render: (row) => format.minutes(row.billableMinutes),
              },
              { key: 'held', header: words('held'), render: ({ heldEntries }) => <Held count={heldEntries} /> },
              { key: 'ready', header: words('ready'), align: 'end', render: (row) => format.money(row.ready) },
            ]}
          />
          {rows.some(({ heldEntries }) => heldEntries > 0) && (
            <Text size="sm" mt="sm" c="var(--td-ink-quiet)">
              {words('heldText')}
            </Text>
          )}
        </>
      )}
    </ListFace>
  )
}

function Held({ count }: { count: number }) {
  const words = usePotentialWords()
  return count === 0 ? '—' : <Mark kind="bad">{words('held', { count })}</Mark>
}

function Totals({ totals }: { totals: readonly Money[] }) {
  const words = usePotentialWords()
  const format = useFormat()
  return (
    <Figures
      facts={totals.map((money) => ({
        label: `${words('total')} (${money.currency})`,
        value: format.money(money),
      }))}
    />
  )
}
