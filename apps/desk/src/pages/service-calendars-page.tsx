import { CalendarDialog } from '../features/service-calendars/calendar-dialog.tsx'
import { CalendarList } from '../features/service-calendars/calendar-list.tsx'
import { useCalendarWords } from '../features/service-calendars/use-calendar-words.ts'
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
      renderDialog={(onClose) => <CalendarDialog onClose={onClose} />}
    >
      <CalendarList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
