import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { NameField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import { areReadable, emptyCalendar, type CalendarDraft } from './calendar-draft.ts'
import { CalendarFields } from './calendar-fields.tsx'
import { useCalendarWords } from './use-calendar-words.ts'
import { useSaveCalendar } from './use-save-calendar.ts'

/** Creates a service calendar: opening hours by weekday, and holidays. */
export function CalendarDialog({ onClose }: { onClose: () => void }) {
  const words = useCalendarWords()
  const save = useSaveCalendar(null)
  const form = useDraftForm<CalendarDraft>(emptyCalendar(), save.error)
  const { draft, changes } = form

  return (
    <SettingDialog
      edited={null}
      createTitle={words('create')}
      size="xl"
      state={save}
      form={form}
      isDisabled={!areReadable(draft.spans)}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <NameField form={form} />
      <CalendarFields form={form} />
    </SettingDialog>
  )
}
