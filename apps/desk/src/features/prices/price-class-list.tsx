import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PriceClass } from '@timedesk/contracts/pricing'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { PriceClassDialog } from './price-class-dialog.tsx'
import { usePriceWords } from './use-price-words.ts'

/** The levels that work is priced by, in their order. */
export function PriceClassList({ mayWrite }: { mayWrite: boolean }) {
  const words = usePriceWords()
  const formWords = useFormWords()
  const listWords = useListWords()
  const format = useFormat()
  const [editedId, setEditedId] = useState<string | null>(null)
  const classes = useQuery(settingQueries.priceClasses())
  const edited = classes.data?.find(({ id }) => id === editedId)

  return (
    <>
      <QueryFace query={classes} rows={4}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={words('emptyTitle')}>{words('classesEmpty')}</EmptyState>
          ) : (
            <DataTable
              label={words('classesTitle')}
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
                {
                  key: 'rate',
                  header: words('ratePerHour'),
                  align: 'end',
                  render: ({ ratePerHour }) =>
                    ratePerHour === null ? words('asCompany') : words('perHour', { amount: format.money(ratePerHour) }),
                },
                {
                  key: 'draw',
                  header: words('drawFactor'),
                  align: 'end',
                  render: ({ drawFactor }) => words('drawFactorOf', { factor: format.factor(drawFactor) }),
                },
              ]}
              {...(mayWrite && {
                rowActions: ({ id, name }: PriceClass) => (
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
      {edited !== undefined && <PriceClassDialog priceClass={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}
