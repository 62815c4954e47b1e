import type { StretchReason } from '@timedesk/contracts/rating'
import { weekdayOf } from '../calendar/days.ts'
import { stretchesOf } from '../calendar/stretches.ts'
import type { Stretch } from '../calendar/stretches.ts'
import { allocate } from '../money/allocate.ts'
import { PERMILLE_WHOLE } from '../money/factor.ts'
import type { Zone } from '../time/zone.ts'
import type { EntryToCover } from './entry.ts'
import type { Step } from './steps.ts'
import type { AfterHours } from './terms.ts'

const SATURDAY = 6

/** Billable minutes of an entry that have one factor, in thousandths of the rate. */
export type Segment = {
  minutes: number
  factorPermille: number
}

export type Segmented = {
  /** One for each factor, as it first comes; together the billable minutes. None without a minute. */
  segments: Segment[]
  steps: Step[]
}

type Part = Segment & { reason: StretchReason }
type Clocked = Pick<EntryToCover, 'workDate' | 'startMs' | 'endMs' | 'minutes'>

/**
 * Billable minutes split by what service hours make of the clock (R3–R5). Of the factors that apply to a stretch the
 * highest counts, and none is stacked on another. Without start and end there is nothing to split, and a surcharge
 * that is suggested only is told of and not charged.
 */
export function segmentsOf(
  entry: Clocked,
  afterHours: AfterHours | null,
  billableMinutes: number,
  zone: Zone,
): Segmented {
  const whole = bySegment([{ minutes: billableMinutes, factorPermille: PERMILLE_WHOLE }])
  if (billableMinutes === 0 || afterHours === null || afterHours.policy === 'none' || afterHours.calendar === null) {
    return { segments: whole, steps: [] }
  }
  const { startMs, endMs } = entry
  const clock = startMs === null || endMs === null ? [] : stretchesOf(afterHours.calendar, startMs, endMs, zone)
  if (clock.length === 0) return { segments: whole, steps: [{ step: 'no_clock' }] }

  const parts = partsOf(clock, entry, afterHours, billableMinutes)
  const surcharged = parts.filter(({ factorPermille }) => factorPermille !== PERMILLE_WHOLE)
  if (afterHours.policy === 'suggest') {
    const suggested = bySegment(surcharged).map((segment): Step => ({ step: 'after_hours_suggested', ...segment }))
    return { segments: whole, steps: suggested }
  }
  const steps = surcharged.length === 0 ? [] : parts.map((part): Step => ({ step: 'stretch', ...part }))
  return { segments: bySegment(parts), steps }
}

/**
 * Billable minutes shared over the clock's stretches: each keeps its own and the last one carries what rounding added
 * (R3). A pause, when fewer minutes were entered than passed, and a group that bills less than was worked are taken
 * from all of them alike.
 */
export function shareMinutes(stretches: readonly number[], actual: number, billable: number): number[] {
  const passed = sum(stretches)
  const worked = actual < passed ? allocate(actual, stretches) : [...stretches]
  const surplus = billable - sum(worked)
  if (surplus < 0) return allocate(billable, worked)
  const last = worked.findLastIndex((minutes) => minutes > 0)
  return worked.map((minutes, index) => (index === last ? minutes + surplus : minutes))
}

function partsOf(clock: readonly Stretch[], entry: Clocked, afterHours: AfterHours, billableMinutes: number): Part[] {
  const shares = shareMinutes(
    clock.map(({ minutes }) => minutes),
    entry.minutes,
    billableMinutes,
  )
  return clock.flatMap(({ reason }, index) => {
    const minutes = shares[index] ?? 0
    return minutes === 0 ? [] : [{ reason, minutes, factorPermille: factorOf(reason, afterHours, entry.workDate) }]
  })
}

function factorOf(reason: StretchReason, afterHours: AfterHours, workDate: string): number {
  if (reason === 'service_hours') return PERMILLE_WHOLE
  const isWeekend = reason === 'weekend' || (reason === 'holiday' && weekdayOf(workDate) >= SATURDAY)
  return Math.max(
    afterHours.factorPermille,
    (isWeekend ? afterHours.weekendFactorPermille : null) ?? 0,
    (reason === 'holiday' ? afterHours.holidayFactorPermille : null) ?? 0,
  )
}

function bySegment(parts: readonly Segment[]): Segment[] {
  const minutesByFactor = new Map<number, number>()
  for (const { minutes, factorPermille } of parts) {
    if (minutes > 0) minutesByFactor.set(factorPermille, (minutesByFactor.get(factorPermille) ?? 0) + minutes)
  }
  return [...minutesByFactor].map(([factorPermille, minutes]) => ({ minutes, factorPermille }))
}

function sum(minutes: readonly number[]): number {
  return minutes.reduce((total, part) => total + part, 0)
}
