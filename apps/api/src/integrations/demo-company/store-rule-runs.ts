import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows, type Table } from '../../platform/db/insert-rows.ts'
import { newId } from '../../platform/new-id.ts'
import type { AboutSubject, CaseHistory } from '../write-histories.ts'

type Run = {
  id: string
  ruleId: string
  caseId: string
  causeKey: string
  cause: { event: string; since: null; at: string; root: string }
  chain: string[]
  outcome: 'done'
  actions: DemoCompany['ruleRuns'][number]['actions']
  eventId: string
  at: Date
}

const runs: Table<Run> = {
  name: 'automation_run',
  columns: {
    id: 'uuid',
    ruleId: 'uuid',
    caseId: 'uuid',
    causeKey: 'text',
    cause: 'jsonb',
    chain: 'uuid[]',
    outcome: 'text',
    actions: 'jsonb',
    eventId: 'uuid',
    at: 'timestamptz',
  },
}

/** As the automation names the event that it answers. */
const causeOf = ({ id }: { id: string }) => `event:${id}`

/** Stores that rules ran on cases when these were created, and gives what the cases' logs tell of it. */
export async function storeRuleRuns(
  tx: Tx,
  { ruleRuns, automationRules }: DemoCompany,
  histories: readonly CaseHistory[],
): Promise<AboutSubject[]> {
  const cases = new Map(histories.map((history) => [history.case.id, history]))
  const rules = new Map(automationRules.map(({ id, name }) => [id, name]))
  const told = ruleRuns.map((run) => {
    const history = cases.get(run.caseId)
    const created = history?.events[0]
    if (history === undefined || created === undefined) throw new RangeError(`No case ${run.caseId} to run a rule on`)
    return { run, created, customerId: history.case.customerId, eventId: newId(run.at.getTime()) }
  })
  await insertRows(
    tx,
    runs,
    told.map(({ run, created, eventId }) => ({
      ...run,
      causeKey: causeOf(created),
      cause: { event: 'case_created', since: null, at: created.at.toISOString(), root: causeOf(created) },
      chain: [run.ruleId],
      outcome: 'done' as const,
      eventId,
    })),
  )
  return told.map(({ run: { id: runId, ruleId, caseId, at, actions }, customerId, eventId }) => {
    const rule = rules.get(ruleId) ?? ''
    return {
      id: eventId,
      at,
      actor: { kind: 'system', id: null, name: rule },
      payload: { type: 'rule.ran', ruleId, rule, runId, actions, refusal: null },
      subject: { kind: 'case', id: caseId, caseId, customerId },
    }
  })
}
