import { useQuery } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'

import { SettingList } from '../../shared/settings/setting-list.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { PriceClassDialog } from './price-class-dialog.tsx'
import { usePriceWords } from './use-price-words.ts'

/** The levels that work is priced by, in their order. */
export function PriceClassList({ mayWrite }: { mayWrite: boolean }) {
  const words = usePriceWords()
  const format = useFormat()
  return (
    <SettingList
      query={useQuery(settingQueries.priceClasses())}
      loadingRows={4}
      label={words('classesTitle')}
      emptyText={words('classesEmpty')}
      columns={[
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
      mayWrite={mayWrite}
      renderDialog={(priceClass, onClose) => <PriceClassDialog priceClass={priceClass} onClose={onClose} />}
    />
  )
}
