import { SegmentedControl, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { PotentialSource } from '@timedesk/contracts/potential'
import { EmptyState } from '@timedesk/ui/empty-state'

import { dayIn } from '../../shared/day-in.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { FilterSelect } from '../../shared/lists/filter-select.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { ItemTable } from './item-table.tsx'
import './potential.css'
import { potentialQueries } from './queries.ts'
import { usePotentialWords } from './use-potential-words.ts'

const STATES = ['ready', 'held', 'future'] as const

/** What a customer's potential comes from, each with how its amount came about and what holds it back. */
export function PotentialItems({ customerId }: { customerId: string }) {
  const words = usePotentialWords()
  const invoicingWords = useInvoicingWords()
  const { company } = useMe()
  const filters = useUrlFilters()
  const to = filters.get('to')
  const agreementId = filters.get('agreement')
  const state = STATES.find((candidate) => candidate === filters.get('state'))
  const source = PotentialSource.safeParse(filters.get('source')).data
  const isNarrowed = source !== undefined || agreementId !== undefined || (state !== undefined && state !== 'ready')
  const items = useInfiniteQuery(
    potentialQueries.items(customerId, {
      ...(to !== undefined && { to }),
      ...(state !== undefined && { state }),
      ...(source !== undefined && { source }),
      ...(agreementId !== undefined && { agreementId }),
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
          wordOf={(option) => invoicingWords(`source_${option}`)}
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
        {(rows) => (
          <ItemTable
            {...{ customerId, items: rows }}
            to={isNarrowed ? null : (to ?? dayIn(company.timeZone, new Date()))}
          />
        )}
      </ListFace>
    </>
  )
}
