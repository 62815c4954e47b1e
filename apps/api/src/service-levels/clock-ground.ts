import { clockEventTypes, type StoredEvent } from '@timedesk/domain/clocks/facts-of'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** The columns of a fact, from event `e`. Not parsed again: it was when it was written. */
const columns = Prisma.sql`e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.actor_name AS "actorName",
  e.payload || jsonb_build_object('type', e.type) AS payload`

/** Whether event `e` is one that clocks go by: of fields of a case, only the deadline of before it had a log entry of its own. */
const setsDeadline = (event: Prisma.Sql) =>
  Prisma.sql`${event}.type = 'case.changed' AND ${event}.payload -> 'changes' @> '[{"field": "deadline"}]'`
const isFact = Prisma.sql`e.type = ANY(${[...clockEventTypes]}::text[]) AND (e.type <> 'case.changed' OR ${setsDeadline(Prisma.sql`e`)})`

/** Whether event \`p\` is one without which a case has no clocks. */
export const isPromise = Prisma.sql`(p.type IN ('case.policy_applied', 'case.deadline_set') OR ${setsDeadline(Prisma.sql`p`)})`

/** What the clocks of a case go by; nothing at all of a case to which no policy was applied and no deadline set. */
export async function readClockFacts(reader: Reader, caseId: string): Promise<StoredEvent[]> {
  return reader.rows<StoredEvent>(Prisma.sql`SELECT ${columns} FROM event e
    WHERE e.case_id = ${caseId}::uuid AND ${isFact}
      AND EXISTS (SELECT 1 FROM event p WHERE p.case_id = ${caseId}::uuid AND ${isPromise})
    ORDER BY e.at, e.sequence`)
}

/**
 * What the clocks of many cases go by, whatever was promised and missed and whoever had them: for replays under other promises,
 * which read a great many of them.
 */
export async function readHistories(
  reader: Reader,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StoredEvent[]>> {
  const rows = await reader.rows<StoredEvent & { caseId: string }>(Prisma.sql`SELECT e.case_id AS "caseId", ${columns}
    FROM event e WHERE e.case_id = ANY(${[...caseIds]}::uuid[]) AND ${isFact} AND e.type NOT IN ('case.dispatched', 'case.policy_applied', 'clock.warned', 'clock.breached')
    ORDER BY e.case_id, e.at, e.sequence`)
  const facts = new Map<string, StoredEvent[]>(caseIds.map((id) => [id, []]))
  for (const row of rows) facts.get(row.caseId)?.push(row)
  return facts
}

/** A mark as it is kept: a share of a clock's target that has passed. */
export type KeptMark = { clock: string; cycle: number; share: number }

/** The marks of a case that were settled already. */
export async function readKeptMarks(reader: Reader, caseId: string): Promise<KeptMark[]> {
  return reader.rows<KeptMark>(Prisma.sql`SELECT clock, cycle, share FROM clock_mark WHERE case_id = ${caseId}::uuid`)
}
