import type { FieldCondition, FieldRules } from '@timedesk/contracts/custom-fields'
import type { Field } from './field.ts'
import { conditionsHold, fieldOfCondition } from './fields-shown.ts'

const nothing = { typeLine: [], priorityId: null, values: {} }

/**
 * The fields that contacts see, with rules that speak of no other: what asks for a hidden field is answered here, as if
 * that were empty, which it is on whatever a contact reports.
 */
export function fieldsForContacts<Some extends Field>(fields: readonly Some[]): Some[] {
  const seen = fields.filter(({ forContacts }) => forContacts !== 'hidden')
  const seenIds = new Set(seen.map(({ id }) => id))
  const isAboutHidden = (condition: FieldCondition) => {
    const id = fieldOfCondition(condition)
    return id !== null && !seenIds.has(id)
  }
  const answer = (conditions: readonly FieldCondition[]) => ({
    left: conditions.filter((condition) => !isAboutHidden(condition)),
    canHold: conditionsHold(conditions.filter(isAboutHidden), [], nothing),
  })
  return seen.flatMap((field) => {
    const shown = answer(field.rules.shownWhen)
    if (!shown.canHold) return []
    const required = answer(field.rules.requiredWhen ?? [])
    const rules: FieldRules = {
      ...field.rules,
      shownWhen: shown.left,
      requiredWhen: field.rules.requiredWhen === null ? null : required.left,
      requiredFor: required.canHold ? field.rules.requiredFor : 'never',
    }
    return [{ ...field, rules }]
  })
}
