import type { DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import type { Candidates, DispatchRule } from '@timedesk/domain/dispatch/place-by-rule'
import type { Person } from '@timedesk/domain/dispatch/staffing'
import { Prisma } from '@timedesk/prisma/client'
import { branchOf } from '../helpdesk/active-cases.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import { casesOfPerson, remainingOf } from './load-of-person.ts'

type Row = Person & { skills: Record<string, number>; loadMinutes: number }

const skills = Prisma.sql`(SELECT coalesce(json_object_agg(s.skill_id, s.level), '{}') FROM employee_skill s WHERE s.employee_id = e.id)`

/** The active people of a department and below it, with their skills; their load only where it decides. */
export async function loadCandidates(reader: Reader, target: DispatchTarget): Promise<Candidates> {
  if (target.kind === 'queue' || target.kind === 'person') return new Map()
  const load =
    target.kind === 'round_robin'
      ? Prisma.sql`0`
      : Prisma.sql`(SELECT coalesce(sum(${remainingOf}), 0)::int FROM ${casesOfPerson} c)`
  const rows = await reader.rows<Row>(Prisma.sql`
    SELECT e.id, e.name, e.department_id AS "departmentId", ${load} AS "loadMinutes",
           ${skills} AS skills
      FROM employee e WHERE e.is_active AND e.department_id = ANY(${branchOf(target.departmentId)})`)
  return candidatesOf(rows)
}

/** Every active employee with skills, and nothing to do yet. */
export async function loadEverybody(reader: Reader): Promise<Candidates> {
  return candidatesOf(
    await reader.rows<Row>(Prisma.sql`
      SELECT e.id, e.name, e.department_id AS "departmentId", 0 AS "loadMinutes", ${skills} AS skills FROM employee e WHERE e.is_active`),
  )
}

function candidatesOf(rows: readonly Row[]): Candidates {
  return new Map(rows.map((row) => [row.id, { ...row, skills: new Map(Object.entries(row.skills)) }]))
}

/** A rule and its people, so that nobody else decides by them before this transaction ends. */
export type HeldRule = { rule: DispatchRule; candidates: Candidates }

/**
 * Holds what a rule that chooses among people decides by, and then reads it: of round robin the rule with whose turn it
 * was last, else the department whose people's load is compared. Decisions by one rule, and those by load in one
 * department, so come one after the other, and each sees what the ones before it have done.
 */
export async function holdCandidates(tx: Tx, rule: DispatchRule): Promise<HeldRule> {
  const { target } = rule
  if (target.kind === 'queue' || target.kind === 'person') return { rule, candidates: new Map() }
  if (target.kind !== 'round_robin') {
    await tx.rows(Prisma.sql`SELECT FROM department WHERE id = ${target.departmentId}::uuid FOR NO KEY UPDATE`)
    return { rule, candidates: await loadCandidates(tx, target) }
  }
  const [held] = await tx.rows<Pick<DispatchRule, 'lastEmployeeId'>>(
    Prisma.sql`SELECT last_employee_id AS "lastEmployeeId" FROM dispatch_rule WHERE id = ${rule.id}::uuid FOR NO KEY UPDATE`,
  )
  return { rule: { ...rule, ...held }, candidates: await loadCandidates(tx, target) }
}

/** Says whose turn it was. */
export async function takeTurn(tx: Tx, ruleId: string, employeeId: string): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE dispatch_rule SET last_employee_id = ${employeeId}::uuid WHERE id = ${ruleId}::uuid`)
}
