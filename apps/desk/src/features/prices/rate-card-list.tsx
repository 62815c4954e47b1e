import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { RateCard } from '@timedesk/contracts/pricing'
import { parseAmount } from '@timedesk/domain/money/money'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { RateCardDialog } from './rate-card-dialog.tsx'
import { usePriceWords } from './use-price-words.ts'

/** The price lists, with their span of prices and how many agreements share them. */
export function RateCardList({ mayWrite }: { mayWrite: boolean }) {
  const words = usePriceWords()
  const formWords = useFormWords()
  const listWords = useListWords()
  const [editedId, setEditedId] = useState<string | null>(null)
  const cards = useQuery(settingQueries.rateCards())
  const edited = cards.data?.find(({ id }) => id === editedId)

  return (
    <>
      <QueryFace query={cards} rows={4}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={words('emptyTitle')}>{words('cardsEmpty')}</EmptyState>
          ) : (
            <DataTable
              label={words('cardsTitle')}
              rows={found}
              rowKey={(row) => row.id}
              isQuiet={(row) => !row.isActive}
              columns={[
                {
                  key: 'name',
                  header: words('name'),
                  priority: 1,
                  render: ({ name, isActive }) => (
                    <span>
                      {name}
                      {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
                    </span>
                  ),
                },
                { key: 'prices', header: words('prices'), render: (card) => <PriceSpan card={card} /> },
                {
                  key: 'used',
                  header: words('usedBy'),
                  align: 'end',
                  render: ({ agreements }) => words('agreements', { count: agreements }),
                },
              ]}
              {...(mayWrite && {
                rowActions: ({ id, name }: RateCard) => (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={words('editThing', { name })}
                    onClick={() => setEditedId(id)}
                  >
                    {formWords('edit')}
                  </Button>
                ),
              })}
            />
          )
        }
      </QueryFace>
      {edited !== undefined && <RateCardDialog card={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}

/** How many prices, from the lowest to the highest. */
function PriceSpan({ card: { rows } }: { card: RateCard }) {
  const words = usePriceWords()
  const format = useFormat()
  const sorted = rows
    .map(({ ratePerHour }) => ratePerHour)
    .toSorted((one, other) => (parseAmount(one.amount) ?? 0) - (parseAmount(other.amount) ?? 0))
  const [lowest] = sorted
  const highest = sorted.at(-1)
  const span =
    lowest === undefined || highest === undefined
      ? ''
      : lowest.amount === highest.amount
        ? format.money(lowest)
        : `${format.money(lowest)} – ${format.money(highest)}`
  return (
    <div className="desk-stack">
      <span>{words('pricesOf', { count: rows.length })}</span>
      <span className="desk-quiet desk-small td-number">{span}</span>
    </div>
  )
}
