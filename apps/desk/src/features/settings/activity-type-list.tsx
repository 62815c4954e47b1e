import { useQuery } from '@tanstack/react-query'
import type { ActivityType } from '@timedesk/contracts/settings'
import { useFormat } from '@timedesk/ui/format'

import { SettingList } from '../../shared/settings/setting-list.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { ActivityTypeDialog } from './activity-type-dialog.tsx'
import { useSettingsWords } from './use-settings-words.ts'

/** The kinds of work in their order. */
export function ActivityTypeList({ mayWrite }: { mayWrite: boolean }) {
  const words = useSettingsWords()
  const format = useFormat()
  return (
    <SettingList
      query={useQuery(settingQueries.activityTypes())}
      loadingRows={4}
      label={words('activitiesTitle')}
      emptyText={words('emptyText')}
      columns={[
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
      mayWrite={mayWrite}
      renderDialog={(type, onClose) => <ActivityTypeDialog type={type} onClose={onClose} />}
    />
  )
}

function ActivityPrice({ type: { factor, fixedRate } }: { type: ActivityType }) {
  const words = useSettingsWords()
  const format = useFormat()
  if (fixedRate !== null) return words('pricePerHour', { amount: format.money(fixedRate) })
  if (factor !== '1') return words('priceTimes', { factor: format.factor(factor) })
  return <span className="desk-quiet">{words('priceAsFound')}</span>
}
