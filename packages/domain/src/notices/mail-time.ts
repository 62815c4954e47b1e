import type { NoticeLevel } from '@timedesk/contracts/notice-reasons'
import { addDays, weekdayOf } from '../calendar/days.ts'
import type { Zone } from '../time/zone.ts'

const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 24 * 60
const STEPS_MAX = 32

/** When a person is not to be written to, and when what can wait comes together. Minutes are of the day, by the zone’s clock. */
export type MailSchedule = {
  /** Over midnight where it ends before it begins. */
  quiet: { from: number; to: number } | null
  /** Weekdays that are quiet throughout, 1 is Monday; never all of them. */
  quietDays: readonly number[]
  breaksQuiet: boolean
  digestAt: number | null
}

/** When a mail goes out: at once, or what it waits for and until when. */
export type MailTime = { heldFor: null } | { heldFor: 'quiet' | 'digest'; releaseAt: Date }

/** Nobody chose anything: each mail goes out at once. */
export const NO_SCHEDULE: MailSchedule = { quiet: null, quietDays: [], breaksQuiet: false, digestAt: null }

/**
 * High notices pass the digest by, and quiet hours where the person chose so. The others come with the next digest,
 * or by themselves. What falls into quiet hours waits for their end.
 */
export function mailTimeOf(level: NoticeLevel, schedule: MailSchedule, zone: Zone, now: Date): MailTime {
  const isHigh = level === 'high'
  if (!isHigh && schedule.digestAt !== null)
    return { heldFor: 'digest', releaseAt: nextDigest(schedule.digestAt, schedule, zone, now) }
  if (isHigh && schedule.breaksQuiet) return { heldFor: null }
  const releaseAt = quietUntil(schedule, zone, now)
  return releaseAt > now ? { heldFor: 'quiet', releaseAt } : { heldFor: null }
}

/** The first moment from `now` on at which it is not quiet: `now` itself where it is not. */
export function quietUntil({ quiet, quietDays }: MailSchedule, zone: Zone, now: Date): Date {
  const nowMs = now.getTime()
  let day = zone.dateAt(nowMs)
  let minute = minuteAt(nowMs, zone)
  let hasMoved = false
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const next = endOfQuiet(quiet, quietDays, day, minute)
    if (next === null) break
    hasMoved = true
    day = addDays(day, Math.floor(next / MINUTES_PER_DAY))
    minute = next % MINUTES_PER_DAY
  }
  return hasMoved ? new Date(Math.max(nowMs, instantOf(day, minute, zone))) : now
}

/** When it is no longer quiet, in minutes from the day's midnight on; null: it is not quiet then. */
function endOfQuiet(
  quiet: MailSchedule['quiet'],
  quietDays: readonly number[],
  day: string,
  minute: number,
): number | null {
  if (quietDays.includes(weekdayOf(day))) return MINUTES_PER_DAY
  if (quiet === null) return null
  const { from, to } = quiet
  if (from < to) return minute >= from && minute < to ? to : null
  if (minute >= from) return MINUTES_PER_DAY + to
  return minute < to ? to : null
}

/** The next digest after `now`, and after the quiet hours that it falls into. */
function nextDigest(digestAt: number, schedule: MailSchedule, zone: Zone, now: Date): Date {
  const today = zone.dateAt(now.getTime())
  const first = instantOf(today, digestAt, zone)
  const at = first > now.getTime() ? first : instantOf(addDays(today, 1), digestAt, zone)
  return quietUntil(schedule, zone, new Date(at))
}

function minuteAt(instantMs: number, zone: Zone): number {
  return Math.floor((instantMs + zone.offsetAt(instantMs)) / MINUTE_MS) % MINUTES_PER_DAY
}

function instantOf(day: string, minute: number, zone: Zone): number {
  return zone.toInstant(Date.parse(day) + minute * MINUTE_MS)
}
