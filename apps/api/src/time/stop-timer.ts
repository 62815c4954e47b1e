import { MINUTES_PER_ENTRY_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import type { stopTimer as contract } from '@timedesk/contracts/time'
import { splitByWorkDate } from '@timedesk/domain/time/elapsed'
import { createZone, type Zone } from '@timedesk/domain/time/zone'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { registerTime } from './register-time.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

type Stopped = { caseId: string | null; text: string; startedAt: Date; timeZone: string }

/** A part of what the timer measured, on one day. */
type Part = { workDate: string; minutes: number; startedAt: Date; endedAt: Date }

/**
 * Stops the actor's timer and registers what it measured: at least a minute, at most a day, split at the company's
 * midnight (R12). Minutes or a work date that the person gives instead make one entry of it. What was typed at the
 * start becomes the internal text, unless there is another. Resolves with the last entry's id.
 * Refuses with `timer_stopped` when none runs: of two stops at once, one registers.
 */
export async function stopTimer(
  tx: Tx,
  context: Context<StaffActor>,
  { minutes, workDate, ...draft }: z.output<typeof contract.body>,
): Promise<string> {
  const timer = await takeTimer(tx, context.actor.id)
  const measured = measure(timer.startedAt, context.now, createZone(timer.timeZone))
  const parts = minutes === undefined && workDate === undefined ? measured : [asOne(measured, minutes, workDate)]
  let entryId: string | undefined
  for (const part of parts) {
    entryId = await registerTime(tx, context, {
      ...draft,
      internalText: draft.internalText ?? timer.text,
      ...(timer.caseId !== null && { caseId: timer.caseId }),
      ...part,
    })
  }
  if (entryId === undefined) throw new Error('A timer measured nothing')
  return entryId
}

async function takeTimer(tx: Tx, employeeId: string): Promise<Stopped> {
  const [timer] = await tx.rows<Stopped>(Prisma.sql`DELETE FROM timer m USING company co
    WHERE m.employee_id = ${employeeId}::uuid
    RETURNING m.case_id AS "caseId", m.text, m.started_at AS "startedAt", co.time_zone AS "timeZone"`)
  if (timer === undefined) throw new Refusal('timer_stopped')
  return timer
}

/** Never empty: a stop in the same instant, or before the start by another clock, is a minute. */
function measure(startedAt: Date, now: Date, zone: Zone): Part[] {
  const stoppedMs = Math.min(
    Math.max(now.getTime(), startedAt.getTime() + 1),
    startedAt.getTime() + MINUTES_PER_ENTRY_MAX * MINUTE_MS,
  )
  return splitByWorkDate(startedAt, new Date(stoppedMs), zone).map(({ workDate, minutes }) => {
    const midnight = Date.parse(workDate)
    return {
      workDate,
      minutes,
      startedAt: new Date(Math.max(startedAt.getTime(), zone.toInstant(midnight))),
      endedAt: new Date(Math.min(stoppedMs, zone.toInstant(midnight + DAY_MS))),
    }
  })
}

/** One entry as the person says; on another day than the timer's, its instants mean nothing. */
function asOne(measured: Part[], minutes: number | undefined, workDate: string | undefined) {
  const whole = measured.reduce((sum, part) => sum + part.minutes, 0)
  const [first] = measured
  const last = measured.at(-1)
  const onItsDay = workDate === undefined || workDate === first?.workDate
  return {
    minutes: minutes ?? whole,
    workDate: workDate ?? first?.workDate,
    startedAt: onItsDay ? first?.startedAt : undefined,
    endedAt: onItsDay ? last?.endedAt : undefined,
  }
}
