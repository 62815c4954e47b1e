import type { updateTimeEntry as contract } from '@timedesk/contracts/time'
import { daysBetween } from '@timedesk/domain/calendar/days'
import type { Zone } from '@timedesk/domain/time/zone'
import type { z } from 'zod'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { partsOf, readClock, refusedMinutes, type DayPart } from './read-clock.ts'
import type { EntryBefore } from './read-entry.ts'

type Wanted = z.output<typeof contract.body>

const DAY_MS = 24 * 60 * 60_000

/** What an entry is to refer to, and when it was worked. */
export type Planned = DayPart & {
  caseId: string | null
  projectId: string | null
  taskId: string | null
  activityTypeId: string
  /** Null: the employee's own. */
  priceClassId: string | null
}

/**
 * What an entry becomes by what is wanted of it. A task goes with its project. Another day takes the clock along, at
 * the same time of that day; another clock says the day and, unless they are said too, the minutes.
 * Refuses with `invalid_minutes` a clock over midnight and minutes that do not fit it.
 */
export function planChange(before: EntryBefore, wanted: Wanted): Planned {
  const { caseId = before.caseId, projectId = before.projectId, activityTypeId = before.activityTypeId } = wanted
  const keptTask = projectId === before.projectId ? before.taskId : null
  return {
    ...planClock(before, wanted, zoneNamed(before.timeZone)),
    caseId,
    projectId,
    taskId: wanted.taskId === undefined ? keptTask : wanted.taskId,
    activityTypeId,
    priceClassId: wanted.priceClassId === undefined ? before.priceClassId : wanted.priceClassId,
  }
}

function planClock(before: EntryBefore, wanted: Wanted, zone: Zone): DayPart {
  const isGiven = wanted.startedAt !== undefined || wanted.endedAt !== undefined
  const workDate = wanted.workDate ?? before.workDate
  const kept = isGiven ? before : movedTo(before, workDate, zone)
  const startedAt = wanted.startedAt === undefined ? kept.startedAt?.toISOString() : wanted.startedAt
  const endedAt = wanted.endedAt === undefined ? kept.endedAt?.toISOString() : wanted.endedAt
  const isByClock = isGiven && typeof startedAt === 'string' && wanted.minutes === undefined
  const clock = readClock(
    { minutes: isByClock ? undefined : (wanted.minutes ?? before.minutes), startedAt, endedAt },
    '/body',
  )
  const day = isGiven && wanted.workDate === undefined && clock.startMs !== null ? zone.dateAt(clock.startMs) : workDate
  const [part, ...others] = partsOf(clock, day, zone, '/body')
  if (part === undefined || others.length > 0)
    throw refusedMinutes('/body/endedAt', 'over_midnight', 'An entry lies on one day; register the rest on the next.')
  return part
}

/** The same time of the clock on another day. */
function movedTo({ startedAt, endedAt, workDate }: EntryBefore, to: string, zone: Zone) {
  if (startedAt === null || endedAt === null || to === workDate) return { startedAt, endedAt }
  const days = daysBetween(workDate, to) - 1
  const startMs = zone.toInstant(startedAt.getTime() + zone.offsetAt(startedAt.getTime()) + days * DAY_MS)
  return { startedAt: new Date(startMs), endedAt: new Date(startMs + endedAt.getTime() - startedAt.getTime()) }
}
