import { useQuery } from '@tanstack/react-query'
import type { RateCard } from '@timedesk/contracts/pricing'
import { useFormat } from '@timedesk/ui/format'

import { minorOf } from '../../shared/money.ts'
import { SettingList } from '../../shared/settings/setting-list.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
import { RateCardDialog } from './rate-card-dialog.tsx'
import { usePriceWords } from './use-price-words.ts'

/** The price lists, with their span of prices and how many agreements share them. */
export function RateCardList({ mayWrite }: { mayWrite: boolean }) {
  const words = usePriceWords()
  const commonWords = useCommonWords()
  return (
    <SettingList
      query={useQuery(settingQueries.rateCards())}
      loadingRows={4}
      label={words('cardsTitle')}
      emptyText={words('cardsEmpty')}
      columns={[
        { key: 'prices', header: words('prices'), render: (card) => <PriceSpan card={card} /> },
        {
          key: 'used',
          header: commonWords('usedBy'),
          align: 'end',
          render: ({ agreements }) => commonWords('agreements', { count: agreements }),
        },
      ]}
      mayWrite={mayWrite}
      renderDialog={(card, onClose) => <RateCardDialog card={card} onClose={onClose} />}
    />
  )
}

/** How many prices, from the lowest to the highest. */
function PriceSpan({ card: { rows } }: { card: RateCard }) {
  const words = usePriceWords()
  const format = useFormat()
  const sorted = rows.map(({ ratePerHour }) => ratePerHour).toSorted((one, other) => minorOf(one) - minorOf(other))
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
