import { CalendarDialog } from '../features/prices/calendar-dialog.tsx'
import { CalendarList } from '../features/prices/calendar-list.tsx'
import { useCalendarWords } from '../features/prices/use-calendar-words.ts'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { useMay } from '../shared/session/use-me.ts'

/** When service is open. */
export function Component() {
  const words = useCalendarWords()
  const mayWrite = useMay()('settings:write')
  return (
    <SettingsPage
      title={words('title')}
      text={words('text')}
      createLabel={mayWrite ? words('new') : undefined}
      renderDialog={(onClose) => <CalendarDialog calendar={null} onClose={onClose} />}
    >
      <CalendarList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
