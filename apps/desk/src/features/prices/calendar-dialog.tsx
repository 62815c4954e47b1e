import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'

import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { NameField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import { areReadable, draftOfCalendar, emptyCalendar, type CalendarDraft } from './calendar-draft.ts'
import { CalendarSpans } from './calendar-spans.tsx'
import { HolidayFields } from './holiday-fields.tsx'
import './prices.css'
import { useCalendarWords } from './use-calendar-words.ts'
import { useSaveCalendar } from './use-save-calendar.ts'

/** Creates a service calendar, or edits the given one: opening hours by weekday, and holidays. */
export function CalendarDialog({ calendar, onClose }: { calendar: ServiceCalendar | null; onClose: () => void }) {
  const words = useCalendarWords()
  const save = useSaveCalendar(calendar)
  const form = useDraftForm<CalendarDraft>(calendar === null ? emptyCalendar() : draftOfCalendar(calendar), save.error)
  const { draft, changes, set, errorOf } = form

  return (
    <SettingDialog
      edited={calendar}
      createTitle={words('create')}
      size="xl"
      state={save}
      form={form}
      isDisabled={(calendar !== null && !form.isChanged) || !areReadable(draft.spans)}
      activeHint={calendar !== null && calendar.agreements > 0 ? words('stillUsed') : undefined}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <NameField form={form} />
      <CalendarSpans spans={draft.spans} problem={errorOf('spans')} onChange={(spans) => set({ spans })} />
      <HolidayFields
        holidays={draft.holidays}
        problem={errorOf('holidays')}
        onChange={(holidays) => set({ holidays })}
      />
    </SettingDialog>
  )
}
