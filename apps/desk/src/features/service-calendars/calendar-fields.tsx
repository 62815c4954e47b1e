import { Select } from '@mantine/core'
import { HolidaySet } from '@timedesk/contracts/service-calendars'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import type { CalendarDraft } from './calendar-draft.ts'
import { CalendarSpans } from './calendar-spans.tsx'
import './calendars.css'
import { HolidayFields } from './holiday-fields.tsx'
import { useCalendarWords } from './use-calendar-words.ts'

/** By which clock a calendar goes, when it is open, and on which days it is closed. */
export function CalendarFields({ form }: { form: DraftForm<CalendarDraft> }) {
  const words = useCalendarWords()
  const { draft, set, errorOf } = form
  return (
    <>
      <FieldRow>
        <Select
          label={words('timeZone')}
          placeholder={words('companyZone')}
          searchable
          clearable
          limit={80}
          data={Intl.supportedValuesOf('timeZone')}
          value={draft.timeZone}
          error={errorOf('timeZone')}
          onChange={(timeZone) => set({ timeZone })}
        />
        <Select
          label={words('holidaySet')}
          allowDeselect={false}
          data={HolidaySet.options.map((holidaySet) => ({ value: holidaySet, label: words(`set_${holidaySet}`) }))}
          value={draft.holidaySet}
          error={errorOf('holidaySet')}
          onChange={(holidaySet) =>
            set({ holidaySet: HolidaySet.options.find((known) => known === holidaySet) ?? 'none' })
          }
        />
      </FieldRow>
      <CalendarSpans spans={draft.spans} problem={errorOf('spans')} onChange={(spans) => set({ spans })} />
      <HolidayFields
        holidays={draft.holidays}
        problem={errorOf('holidays')}
        onChange={(holidays) => set({ holidays })}
      />
    </>
  )
}
