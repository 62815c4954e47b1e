import { addDays, addMonths, daysBetween, earlierOf, laterOf, monthsBetween } from '../calendar/days.ts'

/** A year on whose months calendar periods are counted: quarters, half years and years start in January. */
const CALENDAR_ANCHOR = '2000-01-01'

export type PeriodMonths = 1 | 3 | 6 | 12

/** A line of a subscription's plan, as far as it decides its periods. Days are `YYYY-MM-DD`. */
export type PlanLine = {
  startsOn: string
  /** `start` counts from the line's first day, `calendar` from the months, quarters and years of the calendar. */
  anchor: 'start' | 'calendar'
  months: PeriodMonths
  /** Whether a clipped period costs its share of the whole one (R34), or all of it. */
  prorate: boolean
  timing: 'advance' | 'arrears'
  /** How many days before a period in advance its invoice is due; of no meaning in arrears. */
  leadDays: number
}

/** A period and the whole one it was clipped from. Days are inclusive. */
export type Period = {
  from: string
  to: string
  wholeFrom: string
  wholeTo: string
  /** The price is of so many days in so many (R34). */
  chargedDays: number
  wholeDays: number
  dueOn: string
}

type Range = {
  /** Today, for a daily job. */
  until: string
  /** The line's last day; null while it runs on. */
  endsOn: string | null
}

/**
 * The periods that exist by a day: a period appears when it starts, or when it is due if that is before (R32).
 * They tile without gap or overlap, each counted from the anchor (R31); the first is clipped when aligned to the
 * calendar, the last when the line ends. The same arguments give the same periods, so a job may run late or twice.
 */
export function periodsOf(line: PlanLine, { until, endsOn }: Range): Period[] {
  const periods: Period[] = []
  for (let index = 0; ; index++) {
    const whole = wholePeriod(line, index)
    const from = laterOf(whole.from, line.startsOn)
    if (endsOn !== null && from > endsOn) return periods
    const to = endsOn === null ? whole.to : earlierOf(whole.to, endsOn)
    const dueOn = line.timing === 'advance' ? addDays(from, -line.leadDays) : addDays(to, 1)
    if (earlierOf(from, dueOn) > until) return periods

    const wholeDays = daysBetween(whole.from, whole.to)
    const chargedDays = line.prorate ? daysBetween(from, to) : wholeDays
    periods.push({ from, to, wholeFrom: whole.from, wholeTo: whole.to, chargedDays, wholeDays, dueOn })
  }
}

/** The last day of the period so many later, unclipped: how long what rolls over from a period may last. */
export function lastDayAfter(line: PlanLine, { wholeFrom }: Pick<Period, 'wholeFrom'>, periods: number): string {
  const index = monthsBetween(anchorOf(line), wholeFrom) / line.months
  return wholePeriod(line, index + periods).to
}

/** Both ends come from the anchor: the day after a clipped month end would never find back to the 31st. */
function wholePeriod(line: PlanLine, index: number) {
  const anchor = anchorOf(line)
  const from = addMonths(anchor, index * line.months)
  const to = addDays(addMonths(anchor, (index + 1) * line.months), -1)
  return { from, to }
}

function anchorOf({ anchor, startsOn, months }: PlanLine): string {
  if (anchor === 'start') return startsOn
  const sinceAnchor = monthsBetween(CALENDAR_ANCHOR, startsOn)
  return addMonths(CALENDAR_ANCHOR, Math.floor(sinceAnchor / months) * months)
}
