import type { WeekState } from '@timedesk/contracts/week-sheets'
import { decideWeekMove, entryStateIn, type WeekMove } from '@timedesk/domain/time/decide-week-move'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { holdWeekAlone } from './hold-week.ts'
import { entriesOfWeek, partyOf, readWeekGround, weekOf, type WeekKey } from './week-ground.ts'

/**
 * Moves a week and its entries with it (R13). Corrections have a state of their own and stay. Refuses with
 * `permission_denied`, `week_move_refused` and `period_locked` as `decideWeekMove` does, and with `not_found` nobody's.
 */
export async function moveWeek(
  tx: Tx,
  context: Context<StaffActor>,
  { move, reason = '', ...key }: WeekKey & { move: WeekMove; reason?: string | undefined },
): Promise<void> {
  await holdWeekAlone(tx, key.employeeId, key.monday)
  const ground = await readWeekGround(tx, key, context.actor)
  const by = partyOf(context.actor, key, ground)
  const to = decideWeekMove(weekOf(key, ground), { move, reason, by })
  if (to === null) return
  await storeWeek(tx, context, key, { to, reason, isDecision: move !== 'submitted' && move !== 'recalled' })
  const minutes = await moveEntries(tx, key, to)
  await appendEvents(tx, context, { kind: 'employee', id: key.employeeId }, [
    { type: 'week.moved', monday: key.monday, employeeName: ground.employeeName, to: move, minutes, reason },
  ])
}

type Stored = { to: WeekState; reason: string; isDecision: boolean }

/** Who decided, and why, stays until the week is submitted once more; when it was submitted, as long as it is not open again. */
async function storeWeek(
  tx: Tx,
  { actor, now }: Context<StaffActor>,
  { employeeId, monday }: WeekKey,
  { to, reason, isDecision }: Stored,
): Promise<void> {
  const submittedAt = to === 'submitted' ? now : null
  const submission =
    to === 'approved' || to === 'rejected' ? Prisma.sql`w.submitted_at` : Prisma.sql`excluded.submitted_at`
  const [decidedAt, decidedById, decidedByName] = isDecision ? [now, actor.id, actor.name] : [null, null, null]
  await tx.rows(Prisma.sql`
    INSERT INTO week_sheet AS w (employee_id, monday, state, submitted_at, decided_at, decided_by_id, decided_by_name, reason)
    VALUES (${employeeId}::uuid, ${monday}::date, ${to}, ${submittedAt}, ${decidedAt}, ${decidedById}::uuid, ${decidedByName}, ${reason})
    ON CONFLICT (employee_id, monday) DO UPDATE SET state = excluded.state, submitted_at = ${submission}, decided_at = excluded.decided_at,
      decided_by_id = excluded.decided_by_id, decided_by_name = excluded.decided_by_name, reason = excluded.reason, version = w.version + 1`)
}

/** In the order in which time is rated, so that the two do not wait for each other. Resolves with the week's minutes. */
async function moveEntries(tx: Tx, key: WeekKey, to: WeekState): Promise<number> {
  await tx.rows(Prisma.sql`
    WITH held AS (SELECT t.id FROM time_entry t WHERE ${entriesOfWeek(key)} AND t.correction IS NULL
      ORDER BY t.work_date, t.started_at NULLS FIRST, t.id FOR NO KEY UPDATE)
    UPDATE time_entry SET state = ${entryStateIn(to)} FROM held WHERE time_entry.id = held.id`)
  const [sum] = await tx.rows<{ minutes: number }>(
    Prisma.sql`SELECT coalesce(sum(t.minutes), 0)::int AS minutes FROM time_entry t WHERE ${entriesOfWeek(key)}`,
  )
  return sum?.minutes ?? 0
}
