import type { ConditionOperator } from '@timedesk/contracts/conditions'
import type { CaseField, FieldOption } from '@timedesk/contracts/custom-fields'
import { operatorsOf } from '@timedesk/domain/conditions/check-conditions'
import { labelOf } from '@timedesk/domain/fields/label-of'

import type { ConditionSubject, ConditionValues } from './condition-subject.ts'

type Language = 'en' | 'da'

type FieldSubjectTexts = { group: string; ticked: string; notTicked: string }

type FieldOfConditions = Pick<CaseField, 'id' | 'name' | 'nameDa' | 'kind' | 'options'>

/** Custom fields as subjects of conditions, as far as `allowed` operators can ask about them. */
export function subjectsOfFields<Op extends ConditionOperator>(
  fields: readonly FieldOfConditions[],
  language: Language,
  allowed: readonly Op[],
  texts: FieldSubjectTexts,
): ConditionSubject<`field:${string}`, Op>[] {
  return fields.flatMap((field) => {
    const possible = operatorsOf(`field:${field.id}`, field.kind)
    // Contacts belong to one customer, and a condition to none: it can only ask whether there is one.
    const ops = allowed.filter((op) => possible.includes(op) && (field.kind !== 'contact' || op.endsWith('Empty')))
    if (ops.length === 0) return []
    return [
      {
        field: `field:${field.id}` as const,
        label: language === 'da' ? (field.nameDa ?? field.name) : field.name,
        ...{ group: texts.group, ops, value: valuesOf(field, language, texts) },
      },
    ]
  })
}

function valuesOf(field: FieldOfConditions, language: Language, texts: FieldSubjectTexts): ConditionValues {
  switch (field.kind) {
    case 'choice':
    case 'tree':
      return {
        kind: 'options',
        options: field.options.map(({ id }: FieldOption) => ({ value: id, label: labelOf(field, id, language) })),
      }
    case 'checkbox':
      return {
        kind: 'options',
        options: [
          { value: 'true', label: texts.ticked },
          { value: 'false', label: texts.notTicked },
        ],
      }
    case 'number':
      return { kind: 'number' }
    case 'date':
      return { kind: 'day' }
    case 'text':
    case 'contact':
      return { kind: 'words' }
  }
}
