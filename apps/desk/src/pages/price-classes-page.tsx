import { PriceClassDialog } from '../features/prices/price-class-dialog.tsx'
import { PriceClassList } from '../features/prices/price-class-list.tsx'
import { usePriceWords } from '../features/prices/use-price-words.ts'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { useMay } from '../shared/session/use-me.ts'

/** The levels that work is priced by. */
export function Component() {
  const words = usePriceWords()
  const mayWrite = useMay()('settings:write')
  return (
    <SettingsPage
      title={words('classesTitle')}
      text={words('classesText')}
      createLabel={mayWrite ? words('newClass') : undefined}
      renderDialog={(onClose) => <PriceClassDialog priceClass={null} onClose={onClose} />}
    >
      <PriceClassList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
