import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { CalendarDraft, CalendarOutlook as Outlook } from '@timedesk/contracts/service-calendars'
import { useFormat } from '@timedesk/ui/format'

import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { calendarEnglish } from './calendar-texts.ts'
import { calendarQueries } from './queries.ts'
import { useCalendarWords } from './use-calendar-words.ts'

const QUIET_MS = 400

/** When the calendar would be open in the next two weeks, and its closed days to come, while it is being written. */
export function CalendarOutlook({ draft }: { draft: CalendarDraft }) {
  const [settled] = useDebouncedValue(draft, QUIET_MS)
  const words = useCalendarWords()
  const outlook = useQuery(calendarQueries.outlook(settled))
  return (
    <div>
      <Panel title={words('outlook')}>
        <QueryFace query={outlook} rows={4}>
          {({ days }) => <Days days={days} />}
        </QueryFace>
      </Panel>
      <Panel title={words('comingHolidays')}>
        <QueryFace query={outlook} rows={3}>
          {({ holidays }) => <Holidays holidays={holidays} />}
        </QueryFace>
      </Panel>
    </div>
  )
}

function Days({ days }: { days: Outlook['days'] }) {
  const words = useCalendarWords()
  const nameOf = useHolidayName()
  const format = useFormat()
  return (
    <dl className="desk-outlook">
      {days.map(({ day, spans, holiday }) => (
        <div key={day}>
          <dt>
            {format.weekday(day)} <span className="td-number">{format.workDate(day)}</span>
          </dt>
          <dd data-closed={spans.length === 0 || undefined}>
            {holiday !== null
              ? nameOf(holiday)
              : spans.length === 0
                ? words('closed')
                : spans.map(({ opensAt, closesAt }) => (
                    <span key={opensAt} className="desk-outlook-span td-number">
                      {opensAt}–{closesAt}
                    </span>
                  ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Holidays({ holidays }: { holidays: Outlook['holidays'] }) {
  const words = useCalendarWords()
  const nameOf = useHolidayName()
  const format = useFormat()
  if (holidays.length === 0) return <p className="desk-quiet">{words('noComing')}</p>
  return (
    <dl className="desk-outlook">
      {holidays.map((holiday) => (
        <div key={holiday.day}>
          <dt className="td-number">{format.workDate(holiday.day)}</dt>
          <dd>{nameOf(holiday)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Public holidays by the reader's words; those of the company by its own. */
function useHolidayName(): (holiday: { key: string | null; name: string }) => string {
  const words = useCalendarWords()
  return ({ key, name }) => {
    const known = `holiday_${key ?? ''}`
    return isWord(known) ? words(known) : name
  }
}

function isWord(key: string): key is Extract<keyof typeof calendarEnglish, `holiday_${string}`> {
  return key in calendarEnglish
}
