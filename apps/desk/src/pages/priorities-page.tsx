import { PriorityDialog } from '../features/settings/priority-dialog.tsx'
import { PriorityList } from '../features/settings/priority-list.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { useSettingsWords } from '../features/settings/use-settings-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The priorities. */
export function Component() {
  const words = useSettingsWords()
  const mayWrite = useMay()('settings:write')
  return (
    <SettingsPage
      title={words('prioritiesTitle')}
      text={words('prioritiesText')}
      createLabel={mayWrite ? words('newPriority') : undefined}
      renderDialog={(onClose) => <PriorityDialog priority={null} onClose={onClose} />}
    >
      <PriorityList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
