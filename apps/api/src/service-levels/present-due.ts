import type { ClockKind } from '@timedesk/contracts/clock-kind'
import type { CaseDue } from '@timedesk/contracts/work-list'
import type { BusinessTime } from '@timedesk/domain/calendar/business-time'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { loadCalendars } from '../settings/load-calendars.ts'
import { businessTimeOf } from './clock-rows.ts'

const MINUTE_MS = 60_000
const WHOLE_PERCENT = 100

/** The clock of a case that passes its target first, as lists read it. Minutes are business minutes. */
export type DueRow = {
  dueAt: Date | null
  dueClock: ClockKind | null
  dueState: 'running' | 'paused' | null
  dueTarget: number | null
  /** Before the stretch that runs. */
  dueUsed: number | null
  dueStartedAt: Date | null
  isDueByHand: boolean | null
  dueCalendarId: string | null
}

/** What `dueJoin` gives of case `c`. */
export const dueColumns = Prisma.sql`c.due_at AS "dueAt", c.due_clock AS "dueClock", ck.state AS "dueState", ck.target AS "dueTarget",
  ck.used AS "dueUsed", ck.started_at AS "dueStartedAt", ck.is_by_hand AS "isDueByHand", ck.calendar_id AS "dueCalendarId"`

export const dueJoin = Prisma.sql`LEFT JOIN LATERAL (
    SELECT k.state, k.target, k.used, k.started_at, k.is_by_hand, k.calendar_id FROM case_clock k
     WHERE k.case_id = c.id AND k.clock = c.due_clock ORDER BY k.cycle DESC LIMIT 1) ck ON c.due_clock IS NOT NULL`

/** What the shares of targets are worked out with. */
export type DueView = { now: Date; calendars: ReadonlyMap<string, BusinessTime> }

/** Calendars are read only where a clock goes by one. */
export async function readDueView(reader: Reader, rows: readonly DueRow[], now: Date): Promise<DueView> {
  const isNeeded = rows.some(({ dueCalendarId }) => dueCalendarId !== null)
  return { now, calendars: isNeeded ? await loadCalendars(reader) : new Map() }
}

export function presentDue(row: DueRow, view: DueView): CaseDue | null {
  const { dueAt, dueClock, dueState, isDueByHand } = row
  if (dueClock === null || dueState === null) return null
  return {
    at: dueAt?.toISOString() ?? null,
    clock: dueClock,
    state: dueState,
    share: shareOf(row, view),
    isByHand: isDueByHand === true,
  }
}

/** What is used is the target less what is left until it passes; time to a deadline by hand goes on in pauses too. */
function shareOf(row: DueRow, { now, calendars }: DueView): number | null {
  const { dueAt, dueTarget, dueUsed, dueStartedAt, isDueByHand, dueCalendarId } = row
  const time = businessTimeOf(dueCalendarId, calendars)
  const [dueMs, nowMs] = [dueAt?.getTime(), now.getTime()]
  if (dueMs === undefined || dueStartedAt === null)
    return dueTarget === null ? null : Math.floor(((dueUsed ?? 0) * WHOLE_PERCENT) / dueTarget)
  const wholeMs = isDueByHand === true ? time.between(dueStartedAt.getTime(), dueMs) : (dueTarget ?? 0) * MINUTE_MS
  if (wholeMs === 0) return nowMs < dueMs ? 0 : WHOLE_PERCENT
  const leftMs = time.between(nowMs, dueMs) - time.between(dueMs, nowMs)
  return Math.floor(((wholeMs - leftMs) * WHOLE_PERCENT) / wholeMs)
}
