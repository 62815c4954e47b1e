import { Switch, TextInput } from '@mantine/core'
import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { addDays } from '@timedesk/domain/calendar/days'
import { LoadingState } from '@timedesk/ui/loading-state'
import { Suspense, lazy } from 'react'

import { dayIn } from '../../shared/day-in.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { SettingLog } from '../../shared/settings/setting-log.tsx'
import { NameField } from '../../shared/settings/setting-dialog.tsx'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
import { areReadable, changesHours, draftOfCalendar, wireSpans, type CalendarDraft } from './calendar-draft.ts'
import { CalendarFields } from './calendar-fields.tsx'
import { CalendarOutlook } from './calendar-outlook.tsx'
import { HoursHistory } from './hours-history.tsx'
import { useCalendarWords } from './use-calendar-words.ts'
import { useSaveCalendar } from './use-save-calendar.ts'

const RehearsalPanel = lazy(async () => ({
  default: (await import('../../shared/rehearsal/rehearsal-panel.tsx')).RehearsalPanel,
}))

/** A service calendar as a form, beside when it is open and what the last days would have been under it. */
export function CalendarEditor({ calendar }: { calendar: ServiceCalendar }) {
  const words = useCalendarWords()
  const commonWords = useCommonWords()
  const tell = useTell()
  const { company } = useMe()
  const today = dayIn(calendar.timeZone ?? company.timeZone, new Date())
  // What has counted by a calendar today stays; an unused one may change at once.
  const firstDay = calendar.isUsed ? addDays(today, 1) : today
  const save = useSaveCalendar(calendar)
  const form = useDraftForm<CalendarDraft>(draftOfCalendar(calendar, firstDay), save.error)
  const { draft, changes } = form
  const written = {
    timeZone: draft.timeZone,
    holidays: [...draft.holidays],
    ...(changesHours(changes) && {
      ...{ spans: wireSpans(draft.spans), holidaySet: draft.holidaySet, validFrom: draft.validFrom },
    }),
  }
  const isUsed = calendar.agreements + calendar.policies > 0
  return (
    <>
      <div className="desk-calendar-columns">
        <section className="desk-panel">
          <DraftFormBody
            state={save}
            names={form.names}
            isDisabled={!form.isChanged || !areReadable(draft.spans)}
            onSubmit={() => save.mutate({ draft, changes }, { onSuccess: tell(words('saved')).onSuccess })}
          >
            <NameField form={form} />
            <CalendarFields form={form} />
            {changesHours(changes) && (
              <TextInput
                type="date"
                label={words('validFrom')}
                description={words('validFromHint')}
                {...form.text('validFrom')}
              />
            )}
            <Switch
              label={commonWords('isActive')}
              {...(isUsed && { description: words('stillUsed') })}
              {...form.check('isActive')}
            />
          </DraftFormBody>
        </section>
        <div>
          <HoursHistory calendar={calendar} today={today} />
          {areReadable(draft.spans) && <CalendarOutlook draft={{ calendarId: calendar.id, ...written }} />}
        </div>
      </div>
      <Panel title={words('rehearsal')}>
        <Suspense fallback={<LoadingState rows={2} />}>
          <RehearsalPanel change={{ kind: 'calendar', calendarId: calendar.id, calendar: written }} />
        </Suspense>
      </Panel>
      <SettingLog settingId={calendar.id} />
    </>
  )
}
