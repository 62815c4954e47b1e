import { RateCardDialog } from '../features/prices/rate-card-dialog.tsx'
import { RateCardList } from '../features/prices/rate-card-list.tsx'
import { usePriceWords } from '../features/prices/use-price-words.ts'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { useMay } from '../shared/session/use-me.ts'

/** The price lists that agreements share. */
export function Component() {
  const words = usePriceWords()
  const mayWrite = useMay()('agreement:write')
  return (
    <SettingsPage
      title={words('cardsTitle')}
      text={words('cardsText')}
      createLabel={mayWrite ? words('newCard') : undefined}
      renderDialog={(onClose) => <RateCardDialog card={null} onClose={onClose} />}
    >
      <RateCardList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
