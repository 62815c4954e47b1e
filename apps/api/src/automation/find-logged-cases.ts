import type { Condition } from '@timedesk/contracts/conditions'
import type { LoggedCase, LoggedEvent } from '@timedesk/domain/automation/replay-rule'
import type { ClockSpan } from '@timedesk/domain/automation/moments'
import { Prisma } from '@timedesk/prisma/client'
import { findCaseFacts } from '../dispatch/find-case-facts.ts'
import type { Reader } from '../platform/db/database.ts'

/** A case with its log, and how people call it. */
export type NumberedCase = LoggedCase & { reference: { id: string; number: number; subject: string } }

type CaseRow = { id: string; number: number; subject: string }
type EventRow = LoggedEvent & { caseId: string }
type ClockRow = ClockSpan & { caseId: string }

/** The events that rules are asked about, or that tell what was true before. */
const TOLD = [
  'case.created',
  'case.status_changed',
  'case.dispatched',
  'case.changed',
  'reply.posted',
  'clock.warned',
  'clock.breached',
]

/** Cases as they are now, with the whole of their logs; what was said only where a condition asks for words. */
export async function findLoggedCases(
  reader: Reader,
  caseIds: readonly string[],
  conditions: readonly Condition[],
  now: Date,
): Promise<NumberedCase[]> {
  const asksWords = conditions.some(({ field }) => field === 'words')
  const [rows, facts, events, clocks] = await Promise.all([
    reader.rows<CaseRow>(
      Prisma.sql`SELECT id, number, subject FROM support_case WHERE id = ANY(${caseIds}::uuid[]) ORDER BY number`,
    ),
    findCaseFacts(reader, caseIds, now, conditions),
    findEvents(reader, caseIds, asksWords),
    findClocks(reader, caseIds),
  ])
  return rows.flatMap((reference) => {
    const { id, subject } = reference
    const known = facts.get(id)
    const log = events.get(id) ?? []
    if (known === undefined || log.length === 0) return []
    return [{ id, subject, reference, facts: known, events: log, clocks: clocks.get(id) ?? [] }]
  })
}

async function findEvents(
  reader: Reader,
  caseIds: readonly string[],
  asksWords: boolean,
): Promise<Map<string, EventRow[]>> {
  const words = asksWords
    ? Prisma.sql`CASE WHEN e.type = 'reply.posted' THEN (SELECT left(r.body, 20000) FROM reply r WHERE r.id = (e.payload ->> 'replyId')::uuid) END`
    : Prisma.sql`NULL::text`
  const rows = await reader.rows<EventRow>(Prisma.sql`SELECT e.case_id AS "caseId", e.at, e.actor_kind AS "actorKind",
      e.payload || jsonb_build_object('type', e.type) AS payload, ${words} AS words
    FROM event e WHERE e.case_id = ANY(${caseIds}::uuid[]) AND e.type = ANY(${TOLD}::text[]) ORDER BY e.case_id, e.at, e.sequence`)
  return Map.groupBy(rows, ({ caseId }) => caseId)
}

/** Deadlines as the clocks of today have them. */
async function findClocks(reader: Reader, caseIds: readonly string[]): Promise<Map<string, ClockRow[]>> {
  const rows =
    await reader.rows<ClockRow>(Prisma.sql`SELECT case_id AS "caseId", started_at AS "startedAt", stopped_at AS "stoppedAt",
      due_at AS "dueAt" FROM case_clock WHERE case_id = ANY(${caseIds}::uuid[])`)
  return Map.groupBy(rows, ({ caseId }) => caseId)
}
