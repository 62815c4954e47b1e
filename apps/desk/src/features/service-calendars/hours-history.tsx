import { Button } from '@mantine/core'
import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { useFormat } from '@timedesk/ui/format'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useCalendarWords } from './use-calendar-words.ts'
import { useHoursWording } from './use-hours-wording.ts'
import { useRemoveHours } from './use-save-calendar.ts'

const SINCE_EVER = '1900-01-01'

/** The hours by the day from which they count; those that have not begun can be taken back. */
export function HoursHistory({ calendar, today }: { calendar: ServiceCalendar; today: string }) {
  const words = useCalendarWords()
  const format = useFormat()
  const wordHours = useHoursWording()
  const tell = useTell()
  const remove = useRemoveHours(calendar)
  const { hours } = calendar
  const current = hours.findLast(({ validFrom }) => validFrom <= today)
  return (
    <Panel title={words('history')}>
      <ul className="desk-hours-history">
        {hours.toReversed().map(({ validFrom, spans, holidaySet }) => (
          <li key={validFrom}>
            <div className="desk-stack">
              <strong>
                {validFrom === SINCE_EVER ? words('always') : words('fromDay', { day: format.workDate(validFrom) })}
                {validFrom === current?.validFrom && <Mark>{words('now')}</Mark>}
              </strong>
              <span>{wordHours(spans)}</span>
              {holidaySet !== 'none' && <span className="desk-quiet">{words(`set_${holidaySet}`)}</span>}
            </div>
            {validFrom > today && (
              <Button
                size="compact-sm"
                variant="default"
                loading={remove.isPending}
                onClick={() => remove.mutate(validFrom, tell(words('takenBack')))}
              >
                {words('takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
