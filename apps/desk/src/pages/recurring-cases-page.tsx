import { RecurringDialog } from '../features/recurring/recurring-dialog.tsx'
import { RecurringList } from '../features/recurring/recurring-list.tsx'
import { useRecurringWords } from '../features/recurring/use-recurring-words.ts'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { TemplateTabs } from '../features/templates/template-tabs.tsx'
import { useMay } from '../shared/session/use-me.ts'

/** The cases that come back. */
export function Component() {
  const words = useRecurringWords()
  const mayWrite = useMay()('settings:write')
  return (
    <SettingsPage
      title={words('title')}
      text={words('text')}
      createLabel={mayWrite ? words('newRecurring') : undefined}
      renderDialog={(onClose) => <RecurringDialog recurring={null} onClose={onClose} />}
    >
      <TemplateTabs />
      <RecurringList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
