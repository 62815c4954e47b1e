import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { useFormat } from '@timedesk/ui/format'

import { WEEKDAYS } from './calendar-draft.ts'

/** A Monday, only to name weekdays by. */
const ANY_MONDAY = '2024-01-01'

/** Words opening hours in a line; days in a row with the same hours are told together. */
export function useHoursWording(): (spans: ServiceCalendar['spans']) => string {
  const format = useFormat()
  const nameOf = (weekday: number) => format.weekday(`${ANY_MONDAY.slice(0, -1)}${weekday}`)
  return (spans) => {
    const groups: { first: number; last: number; hours: string }[] = []
    for (const weekday of WEEKDAYS) {
      const hours = spans
        .filter((span) => span.weekday === weekday)
        .map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`)
        .join(', ')
      const group = groups.at(-1)
      if (hours === '') continue
      if (group?.hours === hours && group.last === weekday - 1) group.last = weekday
      else groups.push({ first: weekday, last: weekday, hours })
    }
    const parts = groups.map(({ first, last, hours }) =>
      first === last ? `${nameOf(first)} ${hours}` : `${nameOf(first)}–${nameOf(last)} ${hours}`,
    )
    return parts.length === 0 ? '—' : parts.join(' · ')
  }
}
