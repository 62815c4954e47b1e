import type { TimeTrigger } from '@timedesk/domain/automation/occurrence'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** What was being written while a rule was asked the last time is found the next time. */
const OVERLAP_MINUTES = 5

export type AskedTimeRule = { trigger: TimeTrigger; askedUntil: Date }

/** The events that set what a rule counts from; a deadline is a column of the case. */
const anchorEvents: Record<Exclude<TimeTrigger['since'], 'due'>, readonly string[]> = {
  created: ['case.created'],
  status: ['case.created', 'case.status_changed'],
  last_contact_reply: ['case.created', 'reply.posted'],
  last_staff_reply: ['case.created', 'reply.posted'],
}

/**
 * Cases that time rules may fit since they were asked last: their time came meanwhile, or something happened on them.
 * It looks at what happened in such spans of time alone, so it costs the same however many cases there are.
 */
export async function findTimeCandidates(
  reader: Reader,
  rules: readonly AskedTimeRule[],
  now: Date,
): Promise<string[]> {
  if (rules.length === 0) return []
  const parts = rules.map((rule) => comingOf(rule, now))
  const earliest = new Date(Math.min(...rules.map(({ askedUntil }) => askedUntil.getTime())))
  const touched = Prisma.sql`SELECT e.case_id FROM event e
    WHERE e.at > ${overlapped(earliest)} AND e.at <= ${now}::timestamptz AND e.case_id IS NOT NULL`
  const rows = await reader.rows<{ id: string }>(
    Prisma.sql`SELECT c.case_id AS id FROM (${Prisma.join([touched, ...parts], ' UNION ')}) c ORDER BY c.case_id`,
  )
  return rows.map(({ id }) => id)
}

/** Whose time came between the last asking and now. */
function comingOf({ trigger, askedUntil }: AskedTimeRule, now: Date): Prisma.Sql {
  const { since, minutes, isBefore } = trigger
  const wait = Prisma.sql`make_interval(mins => ${isBefore ? -minutes : minutes}::int)`
  const span = Prisma.sql`> ${overlapped(askedUntil)} - ${wait}`
  const end = Prisma.sql`<= ${now}::timestamptz - ${wait}`
  if (since === 'due') return Prisma.sql`SELECT c.id FROM support_case c WHERE c.due_at ${span} AND c.due_at ${end}`
  const types = Prisma.sql`e.type = ANY(${anchorEvents[since]}::text[])`
  return Prisma.sql`SELECT e.case_id FROM event e WHERE e.at ${span} AND e.at ${end} AND ${types} AND e.case_id IS NOT NULL`
}

function overlapped(askedUntil: Date): Prisma.Sql {
  return Prisma.sql`${askedUntil}::timestamptz - ${`${String(OVERLAP_MINUTES)} minutes`}::interval`
}
