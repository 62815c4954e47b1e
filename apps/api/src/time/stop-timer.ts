import { MINUTES_PER_ENTRY_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import type { stopTimer as contract } from '@timedesk/contracts/timer'
import { elapsedMinutes } from '@timedesk/domain/time/elapsed'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { GivenClock } from './read-clock.ts'
import { registerTime } from './register-time.ts'

const SECOND_MS = 1000
const DAY_MS = MINUTES_PER_ENTRY_MAX * 60 * SECOND_MS

type Stopped = {
  caseId: string | null
  text: string
  startedAt: Date
  pausedAt: Date | null
  measuredSeconds: number
  timeZone: string
}

/**
 * Stops the actor's timer and registers what it measured: at least a minute, at most a day, split at the company's
 * midnight (R12). What pauses interrupted has no start and end, and counts on the day on which it was last started.
 * Minutes, a work date or a clock that the person gives instead are taken. What was typed at the start becomes the
 * internal text, unless there is another. Resolves with the last entry's id.
 * Refuses with `timer_stopped` when there is none: of two stops at once, one registers.
 */
export async function stopTimer(
  tx: Tx,
  context: Context<StaffActor>,
  { minutes, workDate, startedAt, endedAt, ...draft }: z.output<typeof contract.body>,
): Promise<string> {
  const timer = await takeTimer(tx, context.actor.id)
  const isGiven = startedAt !== undefined || endedAt !== undefined
  const clock = isGiven ? { minutes, workDate, startedAt, endedAt } : clockOf(timer, context.now, { minutes, workDate })
  return registerTime(tx, context, {
    ...draft,
    internalText: draft.internalText ?? timer.text,
    ...(timer.caseId !== null && { caseId: timer.caseId }),
    ...clock,
  })
}

async function takeTimer(tx: Tx, employeeId: string): Promise<Stopped> {
  const [timer] = await tx.rows<Stopped>(Prisma.sql`DELETE FROM timer m USING company co
    WHERE m.employee_id = ${employeeId}::uuid
    RETURNING m.case_id AS "caseId", m.text, m.started_at AS "startedAt", m.paused_at AS "pausedAt", m.measured_seconds AS "measuredSeconds",
      co.time_zone AS "timeZone"`)
  if (timer === undefined) throw new Refusal('timer_stopped')
  return timer
}

type Said = { minutes: number | undefined; workDate: string | undefined }
type Clocked = Pick<GivenClock, 'minutes' | 'workDate'> & { startedAt?: string; endedAt?: string }

/**
 * A stop in the same instant, or before the start by another clock, is a minute. What the person says makes one entry
 * of it, which keeps the clock as long as that is true: on its day, and not for more minutes than it ran.
 */
function clockOf(timer: Stopped, now: Date, { minutes, workDate }: Said): Clocked {
  const { startedAt, pausedAt, measuredSeconds } = timer
  const startMs = startedAt.getTime()
  const zone = zoneNamed(timer.timeZone)
  const day = zone.dateAt(startMs)
  const runMs = pausedAt === null ? now.getTime() - startMs : 0
  const measuredMs = Math.min(Math.max(measuredSeconds * SECOND_MS + runMs, 1), DAY_MS)
  const endMs = startMs + measuredMs
  const measured = elapsedMinutes(startedAt, new Date(endMs))
  const isPaused = pausedAt !== null || measuredSeconds > 0
  const isSaid = minutes !== undefined || workDate !== undefined
  const fits = (workDate ?? day) === day && zone.dateAt(endMs - 1) === day && (minutes ?? measured) <= measured
  if (isPaused || (isSaid && !fits)) return { minutes: minutes ?? measured, workDate: workDate ?? day }
  const clock = { startedAt: startedAt.toISOString(), endedAt: new Date(endMs).toISOString() }
  return { ...clock, ...(minutes !== undefined && { minutes }) }
}
