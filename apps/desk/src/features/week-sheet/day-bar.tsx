import { useFormat } from '@timedesk/ui/format'

import { useWeekWords } from './use-week-words.ts'

const WHOLE_PERCENT = 100

/** Worked time against what was to be worked: the sum, a bar, and in figures what is missing or more. */
export function DayBar({ minutes, workingMinutes }: { minutes: number; workingMinutes: number }) {
  const words = useWeekWords()
  const format = useFormat()
  const balance = minutes - workingMinutes
  const share = workingMinutes <= 0 ? (minutes > 0 ? 1 : 0) : Math.min(1, Math.max(0, minutes) / workingMinutes)
  return (
    <span className="desk-week-bar-cell td-number" data-over={balance > 0 || undefined}>
      <strong>{format.minutes(minutes)}</strong>
      <span className="desk-week-bar" aria-hidden="true">
        <span style={{ inlineSize: `${share * WHOLE_PERCENT}%` }} />
      </span>
      <span className="desk-week-balance" title={words('dayOf', wording(format.minutes, minutes, workingMinutes))}>
        {workingMinutes === 0 && minutes === 0
          ? '—'
          : balance === 0
            ? '='
            : words(balance > 0 ? 'over' : 'under', { minutes: format.minutes(Math.abs(balance)) })}
        <span className="td-visually-hidden">
          {workingMinutes === 0 ? words('free') : words('dayOf', wording(format.minutes, minutes, workingMinutes))}
        </span>
      </span>
    </span>
  )
}

function wording(write: (minutes: number) => string, minutes: number, workingMinutes: number) {
  return { minutes: write(minutes), working: write(workingMinutes) }
}
