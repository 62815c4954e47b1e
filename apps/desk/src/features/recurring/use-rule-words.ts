import type { Recurrence } from '@timedesk/contracts/recurring-cases'
import { useFormat } from '@timedesk/ui/format'

import { useRecurringWords } from './use-recurring-words.ts'

/** A Monday, from which the names of weekdays are taken. */
const MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000
const MONTH_DAYS_MAX = 31

/** Words a rule: every two weeks on Mon, Thu at 08:00. */
export function useRuleWords(): (every: Recurrence, time: string) => string {
  const words = useRecurringWords()
  const nameOf = useWeekdayName()
  return ({ unit, interval, weekdays, dayOfMonth }, time) => {
    const days = weekdays.toSorted((one, other) => one - other).map(nameOf)
    const parts = [
      words(`every_${unit}`, { count: interval }),
      ...(unit === 'week' && days.length > 0 ? [words('onWeekdays', { days: days.join(', ') })] : []),
      ...(unit === 'month' && dayOfMonth !== null
        ? [dayOfMonth === MONTH_DAYS_MAX ? words('onLastDay') : words('onDay', { day: dayOfMonth })]
        : []),
      words('atTime', { time }),
    ]
    return parts.join(' ')
  }
}

/** Names a weekday by its number; 1 is Monday. */
export function useWeekdayName(): (weekday: number) => string {
  const format = useFormat()
  return (weekday) => format.weekday(new Date(MONDAY + (weekday - 1) * DAY_MS).toISOString().slice(0, 10))
}
