import type { RuleEvent, TimeAnchor } from '@timedesk/contracts/automation-rules'
import type { AutomationRun, RunOutcome } from '@timedesk/contracts/automation-runs'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import { requireCase } from '../helpdesk/case-keyed.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type PageRequest, type Paging } from '../platform/http/paging.ts'

type Asked = PageRequest & { count?: 'exact' | undefined; outcome?: RunOutcome | undefined }
type Row = Omit<AutomationRun, 'at' | 'rule' | 'case' | 'cause'> & {
  at: Date
  ruleId: string
  rule: string
  caseId: string
  number: number
  subject: string
  cause: { event: RuleEvent | null; since: TimeAnchor | null; at: string }
}

/** A page of what a rule did, latest first. Refuses with `not_found`. */
export async function findRunsOfRule(
  reader: Reader,
  paging: Paging,
  { ruleId, ...query }: { ruleId: string } & Asked,
): Promise<Page<AutomationRun>> {
  const rules = await reader.rows(Prisma.sql`SELECT 1 FROM automation_rule WHERE id = ${ruleId}::uuid`)
  if (rules.length === 0) throw new Refusal('not_found')
  return findPage(reader, paging, `runs of rule ${ruleId}`, Prisma.sql`n.rule_id = ${ruleId}::uuid`, query)
}

/** A page of what rules did on a case, latest first. Refuses with `not_found`. */
export async function findRunsOnCase(
  reader: Reader,
  paging: Paging,
  { caseId, ...query }: { caseId: string } & Asked,
): Promise<Page<AutomationRun>> {
  await requireCase(reader, caseId)
  return findPage(reader, paging, `runs on case ${caseId}`, Prisma.sql`n.case_id = ${caseId}::uuid`, query)
}

async function findPage(
  reader: Reader,
  paging: Paging,
  list: string,
  among: Prisma.Sql,
  query: Asked,
): Promise<Page<AutomationRun>> {
  const binding = bindingOf(list, query)
  const after = paging.keyAfter(binding, query)
  const outcome = query.outcome === undefined ? Prisma.empty : Prisma.sql`AND n.outcome = ${query.outcome}`
  const filter = Prisma.sql`${among} ${outcome}`
  const behind =
    after === null ? Prisma.empty : Prisma.sql`AND (n.at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT n.id, n.at, n.rule_id AS "ruleId", r.name AS rule, n.case_id AS "caseId", c.number, c.subject,
      n.cause, cardinality(n.chain) AS depth, n.outcome, n.actions, n.refusal, n.event_id AS "eventId"
    FROM automation_run n JOIN automation_rule r ON r.id = n.rule_id JOIN support_case c ON c.id = n.case_id
    WHERE ${filter} ${behind} ORDER BY n.at DESC, n.id DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(binding, query, rows, ({ at, id }) => [at.toISOString(), id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM automation_run n WHERE ${filter}`))
}

function present({ at, ruleId, rule, caseId, number, subject, ...run }: Row): AutomationRun {
  return {
    ...run,
    at: at.toISOString(),
    rule: { id: ruleId, name: rule },
    case: { id: caseId, number, subject },
  }
}
