import type { RuleTrigger } from '@timedesk/contracts/automation-rules'
import { REHEARSAL_CASES_MAX } from '@timedesk/contracts/limits'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/**
 * Cases that a rule may have been asked about within a span of time, those that something happened to last first: those
 * of which the log tells something then, or what a time rule counts from, so much earlier. One more than are replayed
 * tells that there are more.
 */
export async function findReplayedCases(
  reader: Reader,
  trigger: RuleTrigger,
  { from, to }: { from: Date; to: Date },
): Promise<string[]> {
  const wait = trigger.kind === 'time' && !trigger.isBefore ? trigger.minutes : 0
  const due =
    trigger.kind === 'time' && trigger.since === 'due'
      ? Prisma.sql`UNION ALL SELECT k.case_id, k.due_at AS at FROM case_clock k
          WHERE k.due_at > ${from}::timestamptz - make_interval(mins => ${wait}::int) AND k.due_at <= ${to}::timestamptz + make_interval(mins => ${trigger.isBefore ? trigger.minutes : 0}::int)`
      : Prisma.empty
  const rows = await reader.rows<{ id: string }>(Prisma.sql`SELECT t.case_id AS id FROM (
      SELECT e.case_id, e.at FROM event e
       WHERE e.at > ${from}::timestamptz - make_interval(mins => ${wait}::int) AND e.at <= ${to}::timestamptz AND e.case_id IS NOT NULL
      ${due}) t
    GROUP BY t.case_id ORDER BY max(t.at) DESC, t.case_id LIMIT ${REHEARSAL_CASES_MAX + 1}`)
  return rows.map(({ id }) => id)
}
