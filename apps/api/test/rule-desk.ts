import type { Case } from '@timedesk/contracts/cases'
import { Prisma } from '@timedesk/prisma/client'
import { send } from './cases.ts'
import type { SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

type Run = { rule: string; outcome: string; depth: number; refusal: string | null; action: string | null }

/** What rules did on a case, the first run first: which rule, what came of it and why not. */
export async function runsOn({ database }: TestServer, caseId: string): Promise<Run[]> {
  return database.reader.rows<Run>(Prisma.sql`SELECT r.name AS rule, n.outcome, cardinality(n.chain) AS depth,
      n.refusal ->> 'code' AS refusal, n.refusal ->> 'action' AS action
    FROM automation_run n JOIN automation_rule r ON r.id = n.rule_id WHERE n.case_id = ${caseId}::uuid ORDER BY n.at, n.id`)
}

/** The names of the rules that ran on a case and did what they are for, the first run first. */
export async function doneOn(server: TestServer, caseId: string): Promise<string[]> {
  return (await runsOn(server, caseId)).flatMap(({ rule, outcome }) => (outcome === 'done' ? [rule] : []))
}

export async function readCase(server: TestServer, by: SignedIn, caseId: string): Promise<Case> {
  return (await send(server, by, 'GET', `/api/v1/cases/${caseId}`)).json<Case>()
}

/** The events of a kind in a case's log, with who did them. */
export async function eventsOn(
  { database }: TestServer,
  caseId: string,
  type: string,
): Promise<{ actorKind: string; actorName: string; payload: Record<string, unknown> }[]> {
  return database.reader.rows(Prisma.sql`SELECT actor_kind AS "actorKind", actor_name AS "actorName", payload FROM event
    WHERE case_id = ${caseId}::uuid AND type = ${type} ORDER BY sequence`)
}

/** As if nobody had handled any of a case's events yet. */
export async function redeliver({ database }: TestServer, caseId: string): Promise<void> {
  await database.reader
    .rows(Prisma.sql`UPDATE event_delivery SET state = 'waiting', done_at = NULL, next_attempt_at = now() - interval '1 year'
    WHERE event_id IN (SELECT id FROM event WHERE case_id = ${caseId}::uuid)`)
}

/** Moves the server's clock on. */
export function passMinutes({ clock }: TestServer, minutes: number): void {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000)
}

/** Switches every rule off and gives its name free, so that the next test begins without any. */
export async function retireRules({ database }: TestServer): Promise<void> {
  await database.reader.rows(
    Prisma.sql`UPDATE automation_rule SET is_active = false, name = name || ' ' || id WHERE is_active`,
  )
}
