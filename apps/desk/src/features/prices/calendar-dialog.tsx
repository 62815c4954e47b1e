import { Switch, TextInput } from '@mantine/core'
import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
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
  const isComplete = areReadable(draft.spans)

  return (
    <FormDialog
      title={calendar === null ? words('create') : words('editThing', { name: calendar.name })}
      size="xl"
      state={save}
      names={form.names}
      isDisabled={(calendar !== null && !form.isChanged) || !isComplete}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <TextInput label={words('name')} required data-autofocus autoComplete="off" {...form.text('name')} />
      <CalendarSpans spans={draft.spans} problem={errorOf('spans')} onChange={(spans) => set({ spans })} />
      <HolidayFields
        holidays={draft.holidays}
        problem={errorOf('holidays')}
        onChange={(holidays) => set({ holidays })}
      />
      {calendar !== null && (
        <Switch
          label={words('isActive')}
          {...(calendar.agreements > 0 && { description: words('stillUsed') })}
          {...form.check('isActive')}
        />
      )}
    </FormDialog>
  )
}
