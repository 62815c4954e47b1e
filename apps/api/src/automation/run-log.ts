import type { RuleEvent, TimeAnchor } from '@timedesk/contracts/automation-rules'
import type { AutomationRun, RunOutcome } from '@timedesk/contracts/automation-runs'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../platform/db/database.ts'

/** Why a rule is asked: what happened, or the time that has come. */
export type Cause = {
  /** The same cause never runs a rule twice on a case. */
  key: string
  event: RuleEvent | null
  since: TimeAnchor | null
  at: Date
} & Origin

/** Where a cause comes from, through what rules did. */
export type Origin = {
  /** The rules that led to it one by the other, the first of them first; none where no rule did. */
  chain: readonly string[]
  /** The cause that all of it came of, which no rule brought about. */
  root: string
}

export type NewRun = {
  id: string
  ruleId: string
  caseId: string
  cause: Cause
  outcome: RunOutcome
  actions: AutomationRun['actions']
  refusal: AutomationRun['refusal']
  eventId: string
  at: Date
}

const RULE_REQUEST = /^rule:([0-9a-f-]{36})$/u

/** Marks all that a run writes, so that what follows from it knows where it came from. */
export function requestOfRun(runId: string): string {
  return `rule:${runId}`
}

/** Where an event comes from: from the run that wrote it, or from itself, which `key` names. */
export async function findOrigin(reader: Reader, requestId: string | null, key: string): Promise<Origin> {
  const runId = RULE_REQUEST.exec(requestId ?? '')?.[1]
  if (runId === undefined) return { chain: [], root: key }
  const [run] = await reader.rows<Origin>(
    Prisma.sql`SELECT chain, cause ->> 'root' AS root FROM automation_run WHERE id = ${runId}::uuid`,
  )
  return run ?? { chain: [], root: key }
}

/** Whether a rule has run on a case because of what a root is, and whether it was stopped because of it. */
export async function findOutcomes(
  reader: Reader,
  { ruleId, caseId, root }: { ruleId: string; caseId: string; root: string },
): Promise<{ hasRun: boolean; wasStopped: boolean }> {
  const rows = await reader.rows<{ outcome: RunOutcome }>(Prisma.sql`SELECT outcome FROM automation_run
    WHERE rule_id = ${ruleId}::uuid AND case_id = ${caseId}::uuid AND cause ->> 'root' = ${root}`)
  const outcomes = rows.map(({ outcome }) => outcome)
  return { hasRun: outcomes.some((outcome) => outcome !== 'stopped'), wasStopped: outcomes.includes('stopped') }
}

/** Names that a cause ran a rule. */
export function runKey(ruleId: string, causeKey: string): string {
  return `${ruleId} ${causeKey}`
}

/** Which of these causes have run which rules on a case already, each by its `runKey`. */
export async function findRuns(reader: Reader, caseId: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await reader.rows<{ ruleId: string; key: string }>(Prisma.sql`
    SELECT rule_id AS "ruleId", cause_key AS key FROM automation_run
     WHERE case_id = ${caseId}::uuid AND cause_key = ANY(${keys}::text[])`)
  return new Set(rows.map(({ ruleId, key }) => runKey(ruleId, key)))
}

/** Keeps what a rule did, or why it did not. The table takes a cause once for each rule and case. */
export async function storeRun(tx: Tx, run: NewRun): Promise<void> {
  const { event, since, at, key, chain, root } = run.cause
  const cause = JSON.stringify({ event, since, at: at.toISOString(), root })
  const refusal = run.refusal === null ? null : JSON.stringify(run.refusal)
  await tx.rows(Prisma.sql`INSERT INTO automation_run (id, rule_id, case_id, cause_key, cause, chain, outcome, actions, refusal, event_id, at)
    VALUES (${run.id}::uuid, ${run.ruleId}::uuid, ${run.caseId}::uuid, ${key}, ${cause}::jsonb, ${[...chain, run.ruleId]}::uuid[],
      ${run.outcome}, ${JSON.stringify(run.actions)}::jsonb, ${refusal}::jsonb, ${run.eventId}::uuid, ${run.at})`)
}
