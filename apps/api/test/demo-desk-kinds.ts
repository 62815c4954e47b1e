import { Prisma } from '@timedesk/prisma/client'

const now = Prisma.sql`'2026-11-23T14:20:00Z'::timestamptz`
const active = Prisma.sql`c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')`

/**
 * Each thing of workflow, clocks, dispatch and automation that the demo company has to show, and a query that finds it:
 * at least one row. The moment is `2026-11-23T14:20:00Z`.
 */
export const DEMO_DESK_KINDS: readonly (readonly [kind: string, found: Prisma.Sql])[] = [
  [
    'a case whose promise is broken now',
    Prisma.sql`SELECT 1 FROM support_case c WHERE ${active} AND c.due_at < ${now}`,
  ],
  [
    'a case that is due within the hour',
    Prisma.sql`SELECT 1 FROM support_case c WHERE ${active} AND c.due_at BETWEEN ${now} AND ${now} + interval '1 hour'`,
  ],
  [
    'a case that is at risk',
    Prisma.sql`SELECT 1 FROM support_case c WHERE ${active} AND c.risk_at < ${now} AND c.due_at > ${now}`,
  ],
  [
    'a case with a promise that has time',
    Prisma.sql`SELECT 1 FROM support_case c WHERE ${active} AND c.risk_at > ${now}`,
  ],
  [
    'a clock that stands still',
    Prisma.sql`SELECT 1 FROM case_clock WHERE state = 'paused' AND clock = 'resolution' AND result IS NULL`,
  ],
  ['a case that nobody has', Prisma.sql`SELECT 1 FROM support_case c WHERE ${active} AND c.responsible_id IS NULL`],
  [
    'a deadline by hand with a reason',
    Prisma.sql`SELECT 1 FROM event WHERE type = 'case.deadline_set' AND payload ->> 'reason' <> ''`,
  ],
  ['a breach with its owner, of last month', breachedBetween('2026-10-01', '2026-11-01')],
  ['a breach with its owner, of half a year ago', breachedBetween('2026-04-01', '2026-06-01')],
  [
    'an answer in time, and one too late',
    Prisma.sql`SELECT 1 FROM case_clock WHERE clock = 'first_response' HAVING count(DISTINCT result) = 2`,
  ],
  [
    'a solution in time, and one too late',
    Prisma.sql`SELECT 1 FROM case_clock WHERE clock = 'resolution' HAVING count(DISTINCT result) = 2`,
  ],
  ...['Gold, Nordlys', 'Around the clock, Sundby', 'Changes', 'Standard'].map(
    (name) =>
      [
        `cases under the policy ${name}`,
        Prisma.sql`SELECT 1 FROM event WHERE type = 'case.policy_applied' AND payload ->> 'policy' = ${name}`,
      ] as const,
  ),
  ['hours that changed', Prisma.sql`SELECT 1 FROM service_calendar_hours GROUP BY calendar_id HAVING count(*) > 1`],
  ...['Waiting for approval', 'Approved', 'In test'].map(
    (name) =>
      [
        `a change that was in the status ${name}`,
        Prisma.sql`SELECT 1 FROM event WHERE type = 'case.status_changed' AND payload ->> 'to' = ${name}`,
      ] as const,
  ),
  [
    'a change that is on its way through approval now',
    Prisma.sql`SELECT 1 FROM support_case c JOIN case_status s ON s.id = c.status_id WHERE s.name IN ('Waiting for approval', 'Approved', 'In test')`,
  ],
  [
    'a contact who was warned of a case that closes soon',
    Prisma.sql`SELECT 1 FROM support_case c JOIN case_mark k ON k.case_id = c.id AND k.since = c.last_activity_at WHERE c.category = 'solved'`,
  ],
  [
    'a contact who was warned while we wait',
    Prisma.sql`SELECT 1 FROM support_case c JOIN case_mark k ON k.case_id = c.id AND k.since = c.last_activity_at WHERE c.category = 'waiting_customer'`,
  ],
  [
    'a case that closed by silence',
    Prisma.sql`SELECT 1 FROM event WHERE type = 'case.status_changed' AND payload ->> 'cause' = 'silence'`,
  ],
  [
    'a checklist half done',
    Prisma.sql`SELECT 1 FROM case_checklist_item GROUP BY case_id HAVING bool_or(done_at IS NULL) AND bool_or(done_at IS NOT NULL)`,
  ],
  ['a run of each event rule', Prisma.sql`SELECT 1 FROM automation_run HAVING count(DISTINCT rule_id) = 2`],
  [
    'a case that a dispatch rule sent',
    Prisma.sql`SELECT 1 FROM event WHERE type = 'case.dispatched' AND payload ->> 'rule' = 'by_rule'`,
  ],
  [
    'a check that came back',
    Prisma.sql`SELECT 1 FROM recurring_case_run r JOIN support_case c ON c.id = r.case_id AND c.created_via = 'recurring'`,
  ],
  ['a check that was overtaken', Prisma.sql`SELECT 1 FROM recurring_case_run WHERE state = 'skipped'`],
  [
    'somebody who is away',
    Prisma.sql`SELECT 1 FROM absence WHERE '2026-11-23' BETWEEN from_day AND to_day AND delegate_id IS NOT NULL`,
  ],
]

function breachedBetween(from: string, to: string): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM clock_mark WHERE share = 100 AND owner_id IS NOT NULL AND at BETWEEN ${from}::timestamptz AND ${to}::timestamptz`
}
