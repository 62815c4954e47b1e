import type { Conditions } from '@timedesk/contracts/conditions'
import type { DispatchRule, DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import { DISPATCH_RULES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../platform/db/database.ts'
import { findConditionReferences } from './condition-references.ts'

type Named = { id: string; name: string }

/** A rule as it is stored, with the names of what its target speaks of. */
export type DispatchRuleRow = {
  id: string
  name: string
  conditions: Conditions
  target: DispatchTarget
  department: Named | null
  employee: Named | null
  skills: Named[]
  lastEmployee: Named | null
  position: number
  isActive: boolean
  version: number
}

const selection = Prisma.sql`SELECT r.id, r.name, r.conditions, r.target, r.position, r.is_active AS "isActive", r.version,
    (SELECT json_build_object('id', d.id, 'name', d.name) FROM department d WHERE d.id = (r.target ->> 'departmentId')::uuid) AS department,
    (SELECT json_build_object('id', e.id, 'name', e.name) FROM employee e WHERE e.id = (r.target ->> 'employeeId')::uuid) AS employee,
    (SELECT json_build_object('id', e.id, 'name', e.name) FROM employee e WHERE e.id = r.last_employee_id) AS "lastEmployee",
    (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.name), '[]') FROM skill s WHERE r.target -> 'skillIds' ? s.id::text) AS skills
  FROM dispatch_rule r`

/** All rules in the order in which they are asked. */
export async function findDispatchRules(reader: Reader): Promise<DispatchRule[]> {
  const rows = await reader.rows<DispatchRuleRow>(
    Prisma.sql`${selection} ORDER BY r.position, r.id LIMIT ${DISPATCH_RULES_MAX}`,
  )
  return present(reader, rows)
}

/** One rule. Refuses with `not_found`. */
export async function findDispatchRule(reader: Reader, id: string): Promise<DispatchRule> {
  const rows = await reader.rows<DispatchRuleRow>(Prisma.sql`${selection} WHERE r.id = ${id}::uuid`)
  const [rule] = await present(reader, rows)
  if (rule === undefined) throw new Refusal('not_found')
  return rule
}

/** One rule, held for a change; dispatching by its turn waits. Refuses with `not_found`. */
export async function lockDispatchRule(tx: Tx, id: string): Promise<DispatchRuleRow> {
  const [row] = await tx.rows<DispatchRuleRow>(Prisma.sql`${selection} WHERE r.id = ${id}::uuid FOR UPDATE OF r`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** Each with the names of what its own conditions speak of; looked up at once for all. */
async function present(reader: Reader, rows: readonly DispatchRuleRow[]): Promise<DispatchRule[]> {
  const { names } = await findConditionReferences(
    reader,
    rows.flatMap(({ conditions }) => conditions),
  )
  return rows.map((row) => {
    const spokenOf = new Set(row.conditions.flatMap(({ field, values }) => [field.replace('field:', ''), ...values]))
    return { ...row, names: names.filter(({ id }) => spokenOf.has(id)) }
  })
}
