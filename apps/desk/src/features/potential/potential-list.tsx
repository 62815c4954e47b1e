import { SegmentedControl, Text, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Settlement } from '@timedesk/contracts/agreements'
import type { listPotential } from '@timedesk/contracts/potential'
import { useFormat } from '@timedesk/ui/format'
import type { z } from 'zod'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { FilterSelect } from '../../shared/lists/filter-select.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { Figures } from '../../shared/panels/facts.tsx'
import { AgeKey } from './age-bar.tsx'
import { PotentialTable } from './potential-table.tsx'
import { potentialQueries } from './queries.ts'
import { usePotentialWords } from './use-potential-words.ts'

const ROWS = ['customer', 'agreement'] as const

/** What can be invoiced, by customer or by agreement; a row leads to what it comes from. */
export function PotentialList() {
  const words = usePotentialWords()
  const coverWords = useCoverWords()
  const filters = useUrlFilters()
  const to = filters.get('to')
  const settlement = Settlement.safeParse(filters.get('settlement')).data
  const by = ROWS.find((candidate) => candidate === filters.get('by')) ?? 'customer'
  const potential = useInfiniteQuery(
    potentialQueries.list({
      ...(to !== undefined && { to }),
      ...(settlement !== undefined && { settlement }),
      ...(by === 'agreement' && { by }),
    }),
  )
  return (
    <>
      <ListTools>
        <SegmentedControl
          size="sm"
          aria-label={words('rowsBy')}
          value={by}
          onChange={(chosen) => filters.set({ by: chosen === 'customer' ? undefined : chosen })}
          data={ROWS.map((option) => ({ value: option, label: words(`by_${option}`) }))}
        />
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
            <PotentialTable {...{ rows, to, by }} />
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
