import type { AutomationRule } from '@timedesk/contracts/automation-rules'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import { findConditionReferences } from '../dispatch/condition-references.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import { findActionNames } from './describe-action.ts'
import { ruleColumns, type StoredRule } from './stored-rule.ts'

const RUNS_COUNTED_MAX = 1_000
const RUNS_COUNTED_DAYS = 30

type Row = StoredRule & { lastRunAt: Date | null; runs: number }

/** All rules in the order in which they are asked; a limit bounds how many there can be. */
export async function findAutomationRules(reader: Reader, now: Date): Promise<AutomationRule[]> {
  const rows = await reader.rows<Row>(Prisma.sql`${selection(now)} ORDER BY r.position, r.name`)
  return Promise.all(rows.map((row) => present(reader, row)))
}

/** One rule. Refuses with `not_found`. */
export async function findAutomationRule(reader: Reader, id: string, now: Date): Promise<AutomationRule> {
  const [row] = await reader.rows<Row>(Prisma.sql`${selection(now)} WHERE r.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(reader, row)
}

/** A rule that nobody else can change until the transaction ends. Refuses with `not_found`. */
export async function lockAutomationRule(tx: Tx, id: string): Promise<StoredRule> {
  const [row] = await tx.rows<StoredRule>(
    Prisma.sql`SELECT ${ruleColumns} FROM automation_rule r WHERE r.id = ${id}::uuid FOR UPDATE`,
  )
  if (row === undefined) throw new Refusal('not_found')
  return row
}

function selection(now: Date): Prisma.Sql {
  const since = Prisma.sql`${now}::timestamptz - make_interval(days => ${RUNS_COUNTED_DAYS}::int)`
  return Prisma.sql`SELECT ${ruleColumns}, (SELECT max(n.at) FROM automation_run n WHERE n.rule_id = r.id) AS "lastRunAt",
      (SELECT count(*)::int FROM (SELECT 1 FROM automation_run n WHERE n.rule_id = r.id AND n.at > ${since} LIMIT ${RUNS_COUNTED_MAX}) m) AS runs
    FROM automation_rule r`
}

async function present(reader: Reader, row: Row): Promise<AutomationRule> {
  const { activeSince, askedUntil: _asked, lastRunAt, ...shown } = row
  const [asked, actionNames] = await Promise.all([
    findConditionReferences(reader, row.conditions),
    findActionNames(reader, row.actions),
  ])
  const names = new Map([...asked.names, ...actionNames].map((reference) => [reference.id, reference]))
  return {
    ...shown,
    names: [...names.values()],
    activeSince: row.isActive ? activeSince.toISOString() : null,
    lastRunAt: lastRunAt?.toISOString() ?? null,
  }
}
