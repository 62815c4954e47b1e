import { MINUTES_PER_ENTRY_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { elapsedMinutes } from '@timedesk/domain/time/elapsed'
import { splitEntry, type EntryPart } from '@timedesk/domain/time/split-entry'
import type { Zone } from '@timedesk/domain/time/zone'

/** Time as it was typed: instants as texts. */
export type GivenClock = {
  minutes?: number | undefined
  startedAt?: string | null | undefined
  endedAt?: string | null | undefined
  workDate?: string | undefined
}

/** Minutes worked, and when by the clock if that was said. Fewer minutes than passed tell of a pause. */
export type Clock = { minutes: number; startMs: number | null; endMs: number | null }

/** A part of it on one day; without a clock there is one part. */
export type DayPart = Clock & Pick<EntryPart, 'workDate'>

/**
 * Minutes and clock as they were given: the minutes may be left out where there is a clock. Refuses with
 * `invalid_minutes`, pointing below `pointer`, no time at all, half a clock, an end that is not after the start, more
 * minutes than passed, and more than a day.
 */
export function readClock({ minutes, startedAt, endedAt }: GivenClock, pointer: string): Clock {
  const startMs = instantOf(startedAt)
  const endMs = instantOf(endedAt)
  if (startMs === null || endMs === null) {
    if (startMs !== endMs)
      throw refusedMinutes(
        `${pointer}/${startMs === null ? 'startedAt' : 'endedAt'}`,
        'half_a_clock',
        'Start and end come together.',
      )
    if (minutes === undefined)
      throw refusedMinutes(`${pointer}/minutes`, 'missing', 'Say the minutes, or start and end.')
    return { minutes, startMs, endMs }
  }
  const passed = elapsedMinutes(new Date(startMs), new Date(endMs))
  if (passed === 0) throw refusedMinutes(`${pointer}/endedAt`, 'too_early', 'The end has to be after the start.')
  if (passed > MINUTES_PER_ENTRY_MAX)
    throw refusedMinutes(`${pointer}/endedAt`, 'too_late', 'An entry is a day at most.')
  if (minutes !== undefined && minutes > passed)
    throw refusedMinutes(`${pointer}/minutes`, 'too_many', `Only ${String(passed)} minutes passed from start to end.`)
  return { minutes: minutes ?? passed, startMs, endMs }
}

/**
 * The clock split at the company's midnight (R12); without a clock all of it is on the work date. Refuses with
 * `invalid_request` a work date that is not the day of the start.
 */
export function partsOf({ minutes, startMs, endMs }: Clock, workDate: string, zone: Zone, pointer: string): DayPart[] {
  if (startMs === null || endMs === null) return [{ minutes, startMs, endMs, workDate }]
  if (zone.dateAt(startMs) === workDate) return splitEntry({ startMs, endMs, minutes }, zone)
  const message = 'It is not the day of the start.'
  throw new Refusal('invalid_request', {
    detail: message,
    fields: [{ pointer: `${pointer}/workDate`, code: 'another_day', message }],
  })
}

/** The refusal of minutes that cannot be. */
export function refusedMinutes(pointer: string, code: string, message: string): Refusal {
  return new Refusal('invalid_minutes', { detail: message, fields: [{ pointer, code, message }] })
}

function instantOf(text: string | null | undefined): number | null {
  return typeof text === 'string' ? Date.parse(text) : null
}
