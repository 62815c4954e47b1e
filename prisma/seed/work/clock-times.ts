import { clockMinutes } from '@timedesk/domain/calendar/clock'
import { overlaps } from '@timedesk/domain/time/overlap'
import type { Span } from '@timedesk/domain/time/overlap'
import { activityId } from '../settings.ts'
import type { ActivityKey } from '../settings.ts'
import { seedOf } from '../random.ts'
import type { DemoCase, DemoHappening } from '../shape.ts'
import { clockOf, dayOf } from '../working-time.ts'

const MINUTE_MS = 60_000
const clocked = new Set(
  (['remote', 'phone', 'operations', 'onSite', 'travel'] as const satisfies readonly ActivityKey[]).map(activityId),
)
/** Of every so many entries one was measured by a stopwatch. */
const MEASURED_EVERY = 3
const DAY_BEGINS_MINUTE = clockMinutes('07:00')

type TimeHappening = Extract<DemoHappening, { kind: 'time' }>

/** Gives some of the time on cases its start and end, as a stopwatch would have; never two at once for a person. */
export function withClockTimes(cases: readonly DemoCase[]): DemoCase[] {
  const measured = measure(cases.flatMap(({ happenings }) => happenings.filter(isTime)))
  return cases.map((one) => ({
    ...one,
    happenings: one.happenings.map((it) => (it.kind === 'time' ? (measured.get(it) ?? it) : it)),
  }))
}

function isTime(it: DemoHappening): it is TimeHappening {
  return it.kind === 'time'
}

function measure(happenings: readonly TimeHappening[]): Map<DemoHappening, TimeHappening> {
  const busy = new Map<string, Span[]>()
  const known = happenings.filter(({ entry }) => entry.startedAt !== null)
  for (const { entry } of known) book(busy, entry.employeeId, spanOf(entry.startedAt, entry.endedAt))
  const measured = new Map<DemoHappening, TimeHappening>()
  for (const happening of happenings) {
    const { entry, at } = happening
    if (entry.startedAt !== null || !isMeasured(happening)) continue
    const to = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS
    const span = { from: to - entry.minutes * MINUTE_MS, to }
    if (!fits(busy.get(entry.employeeId) ?? [], span, entry.workDate)) continue
    book(busy, entry.employeeId, span)
    measured.set(happening, {
      ...happening,
      entry: { ...entry, startedAt: new Date(span.from), endedAt: new Date(span.to) },
    })
  }
  return measured
}

function isMeasured({ entry }: TimeHappening): boolean {
  return clocked.has(entry.activityTypeId) && seedOf(entry.id) % MEASURED_EVERY === 0
}

function spanOf(startedAt: Date | null, endedAt: Date | null): Span {
  return { from: startedAt?.getTime() ?? 0, to: endedAt?.getTime() ?? 0 }
}

function book(busy: Map<string, Span[]>, employeeId: string, span: Span): void {
  busy.set(employeeId, [...(busy.get(employeeId) ?? []), span])
}

/** Within its day, not before seven in the morning, and at no time that is taken. */
function fits(taken: readonly Span[], span: Span, workDate: string): boolean {
  if (dayOf(span.from) !== workDate || clockMinutes(clockOf(span.from)) < DAY_BEGINS_MINUTE) return false
  return !taken.some((other) => overlaps(other, span))
}
