import type { DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'
import { findConditionReferences } from './condition-references.ts'
import type { DispatchRuleRow } from './find-dispatch-rules.ts'

/** The unique rule of a dispatch rule. */
export const takenRuleFields = { dispatch_rule_name_key: '/body/name' } as const

/**
 * Refuses with `reference_refused` a target that does not exist or is not active. What becomes inactive later does not
 * break a rule: it is passed over.
 */
export async function requireTarget(reader: Reader, target: DispatchTarget, pointer = '/body/target'): Promise<void> {
  const skillIds = 'skillIds' in target ? target.skillIds : []
  const employeeId = target.kind === 'person' ? target.employeeId : null
  const rows = await reader.rows<{ id: string }>(Prisma.sql`
    SELECT id FROM department WHERE is_active AND id = ${target.departmentId}::uuid
    UNION ALL SELECT id FROM employee WHERE is_active AND id = ${employeeId}::uuid
    UNION ALL SELECT id FROM skill WHERE is_active AND id = ANY(${skillIds}::uuid[])`)
  const usable = new Set(rows.map(({ id }) => id))
  for (const [field, id] of [
    ['departmentId', target.departmentId],
    ['employeeId', employeeId],
    ...skillIds.map((skillId, place) => [`skillIds/${String(place)}`, skillId] as const),
  ] as const) {
    if (id !== null && !usable.has(id))
      throw refusedReference(`${pointer}/${field}`, 'It does not exist or is not active.')
  }
}

type Told = Pick<DispatchRuleRow, 'name' | 'conditions' | 'target' | 'isActive'>

/** A rule in words that read alone, for the log. */
export async function tellRule(reader: Reader, { name, conditions, target, isActive }: Told) {
  const { names } = await findConditionReferences(reader, conditions)
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? id
  const told = conditions.map(({ field, op, values }) =>
    [nameOf(field.replace('field:', '')), op, values.map(nameOf).join(', ')].join(' ').trim(),
  )
  return {
    name,
    conditions: told.length === 0 ? null : told.join('; '),
    target: await tellTarget(reader, target),
    isActive,
  }
}

async function tellTarget(reader: Reader, target: DispatchTarget): Promise<string> {
  const skillIds = 'skillIds' in target ? target.skillIds : []
  const employeeId = target.kind === 'person' ? target.employeeId : null
  const names = await reader.rows<{ name: string }>(Prisma.sql`
    SELECT name FROM department WHERE id = ${target.departmentId}::uuid UNION ALL SELECT name FROM employee WHERE id = ${employeeId}::uuid
    UNION ALL (SELECT name FROM skill WHERE id = ANY(${skillIds}::uuid[]) ORDER BY name)`)
  return [target.kind, ...names.map(({ name }) => name)].join(', ')
}
