import type { PeriodLock } from '@timedesk/contracts/period-lock'
import type { PeriodLocks } from '@timedesk/domain/time/first-open-day'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { COMPANY_SUBJECT_ID } from '../settings/company-subject.ts'

const HISTORY_MAX = 50

type Row = PeriodLocks & { openWeeks: number; heldEntries: number; version: number }
type Move = {
  at: Date
  byName: string
  reason: string
  changes: { field: string; from: string | null; to: string | null }[]
}

/** Up to which days the books are closed, who closed them, and what is still open before. */
export async function findPeriodLock(reader: Reader): Promise<PeriodLock> {
  const [rows, moves] = await Promise.all([
    reader.rows<Row>(Prisma.sql`
      SELECT c.soft_locked_through::text AS "softLockedThrough", c.hard_locked_through::text AS "hardLockedThrough", c.version,
             (SELECT count(DISTINCT (t.employee_id, date_trunc('week', t.work_date)))::int FROM time_entry t
               WHERE c.approves_time AND t.state <> 'approved' AND t.correction IS NULL AND t.work_date <= c.soft_locked_through) AS "openWeeks",
             (SELECT count(DISTINCT i.entry_id)::int FROM potential_item i
               WHERE i.source = 'time' AND i.held_because IS NOT NULL AND i.day <= c.soft_locked_through) AS "heldEntries"
        FROM company c`),
    reader.rows<Move>(Prisma.sql`
      SELECT e.at, e.actor_name AS "byName", e.payload ->> 'reason' AS reason, e.payload -> 'changes' AS changes
        FROM event e
       WHERE e.subject_kind = 'setting' AND e.subject_id = ${COMPANY_SUBJECT_ID}::uuid AND e.type IN ('period.locked', 'period.reopened')
       ORDER BY e.sequence DESC LIMIT ${HISTORY_MAX}`),
  ])
  const [row] = rows
  if (row === undefined) throw new Error('The database has no company.')
  return { ...row, history: historyOf(row, moves) }
}

/** History tells what changed only: walked back from today, each move has both days. */
function historyOf({ softLockedThrough, hardLockedThrough }: PeriodLocks, moves: readonly Move[]) {
  let after: PeriodLocks = { softLockedThrough, hardLockedThrough }
  return moves.map(({ at, byName, reason, changes }) => {
    const shown = { at: at.toISOString(), byName, reason, ...after }
    after = changes.reduce((locks, { field, from }) => ({ ...locks, [field]: from }), after)
    return shown
  })
}
