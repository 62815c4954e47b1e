import { ActivityTypeDialog } from '../features/settings/activity-type-dialog.tsx'
import { ActivityTypeList } from '../features/settings/activity-type-list.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { useSettingsWords } from '../features/settings/use-settings-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The kinds of work. */
export function Component() {
  const words = useSettingsWords()
  const mayWrite = useMay()('settings:write')
  return (
    <SettingsPage
      title={words('activitiesTitle')}
      text={words('activitiesText')}
      createLabel={mayWrite ? words('newActivity') : undefined}
      renderDialog={(onClose) => <ActivityTypeDialog type={null} onClose={onClose} />}
    >
      <ActivityTypeList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
