import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { FieldCondition } from '@timedesk/contracts/custom-fields'
import { fieldOfCondition } from '@timedesk/domain/fields/fields-shown'
import { labelOf } from '@timedesk/domain/fields/label-of'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** The names of case types, priorities and contacts that rules speak of by id. */
export async function findRuleNames(reader: Reader, fields: readonly CustomField[]): Promise<Map<string, string>> {
  const spoken = fields.flatMap(({ rules }) => [
    ...(rules.typeIds ?? []),
    ...[...rules.shownWhen, ...(rules.requiredWhen ?? [])].flatMap(({ values }) => values),
  ])
  const rows = await reader.rows<{ id: string; name: string }>(Prisma.sql`
    SELECT n.id::text AS id, n.name FROM (SELECT id, name FROM case_type UNION ALL SELECT id, name FROM priority UNION ALL SELECT id, name FROM contact) n
     WHERE n.id::text = ANY(${spoken}::text[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A field as history tells of it: everything by the names it goes by. */
export function describeField(field: CustomField, fields: readonly CustomField[], names: ReadonlyMap<string, string>) {
  const { range, rules } = field
  const nameOf = (id: string) => names.get(id) ?? id
  const conditionsOf = (conditions: readonly FieldCondition[]) =>
    conditions.length === 0 ? null : conditions.map((condition) => describeCondition(condition, fields, names))
  return {
    name: field.name,
    nameDa: field.nameDa,
    help: field.help,
    helpDa: field.helpDa,
    kind: field.kind,
    options: field.options.length === 0 ? null : field.options.map((option) => describeOption(field, option)),
    range: range === null ? null : `${textOf(range.min)}–${textOf(range.max)} (${String(range.decimals)})`,
    forContacts: field.forContacts,
    types: rules.typeIds?.map(nameOf) ?? null,
    shownWhen: conditionsOf(rules.shownWhen),
    requiredFor: rules.requiredFor,
    requiredWhen: conditionsOf(rules.requiredWhen ?? []),
    position: field.position,
    isActive: field.isActive,
  }
}

function describeOption(field: CustomField, { id, labelDa, isActive }: CustomField['options'][number]): string {
  const label = labelOf(field, id, 'en')
  const told = labelDa === null ? label : `${label} (${labelDa})`
  return isActive ? told : `[${told}]`
}

function describeCondition(
  condition: FieldCondition,
  fields: readonly CustomField[],
  names: ReadonlyMap<string, string>,
) {
  const id = fieldOfCondition(condition)
  const field = fields.find((candidate) => candidate.id === id)
  const values = condition.values.map((value) =>
    field === undefined ? (names.get(value) ?? value) : labelOf(field, value, 'en', names),
  )
  return [field?.name ?? condition.field, condition.op, values.join(' | ')].join(' ').trim()
}

function textOf(bound: number | null): string {
  return bound === null ? '' : String(bound)
}
