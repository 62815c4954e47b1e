import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ActivityType } from '@timedesk/contracts/settings'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { ActivityTypeDialog } from './activity-type-dialog.tsx'
import { useSettingsWords } from './use-settings-words.ts'

/** The kinds of work in their order. */
export function ActivityTypeList({ mayWrite }: { mayWrite: boolean }) {
  const words = useSettingsWords()
  const formWords = useFormWords()
  const listWords = useListWords()
  const format = useFormat()
  const [editedId, setEditedId] = useState<string | null>(null)
  const types = useQuery(settingQueries.activityTypes())
  const edited = types.data?.find(({ id }) => id === editedId)

  return (
    <>
      <QueryFace query={types} rows={4}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
          ) : (
            <DataTable
              label={words('activitiesTitle')}
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
                  key: 'billable',
                  header: words('billable'),
                  render: ({ isBillable }) => words(isBillable ? 'billable' : 'notBillable'),
                },
                { key: 'price', header: words('price'), render: (type) => <ActivityPrice type={type} /> },
                {
                  key: 'minimum',
                  header: words('minimum'),
                  priority: 3,
                  align: 'end',
                  render: ({ minimumMinutes }) => (minimumMinutes === 0 ? '—' : format.minutes(minimumMinutes)),
                },
                {
                  key: 'vat',
                  header: words('vatCategory'),
                  priority: 3,
                  render: ({ vatCategory }) => words(`vat_${vatCategory}`),
                },
              ]}
              {...(mayWrite && {
                rowActions: ({ id, name }: ActivityType) => (
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
      {edited !== undefined && <ActivityTypeDialog type={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}

function ActivityPrice({ type: { factor, fixedRate } }: { type: ActivityType }) {
  const words = useSettingsWords()
  const format = useFormat()
  if (fixedRate !== null) return words('pricePerHour', { amount: format.money(fixedRate) })
  if (factor !== '1') return words('priceTimes', { factor: format.factor(factor) })
  return <span className="desk-quiet">{words('priceAsFound')}</span>
}
