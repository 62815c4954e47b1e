import type { FieldDemand } from '@timedesk/contracts/custom-fields'
import { hasValue, type Field, type FieldGround } from './field.ts'
import { conditionsHold, fieldsShown } from './fields-shown.ts'

/** When fields are asked for: somebody opens the case, changes it, or solves it; `contact_update` is a change by a contact. */
export type FieldMoment = 'staff_create' | 'contact_create' | 'update' | 'contact_update' | 'solve'

const demandsAt: Record<FieldMoment, readonly FieldDemand[]> = {
  staff_create: ['always', 'staff_create'],
  contact_create: ['always', 'contact_create'],
  update: ['always'],
  contact_update: ['always'],
  // Who solves a case answers for what it needs by then, not for what its creation should have brought.
  solve: ['always', 'solve'],
}

/**
 * The fields that have to be filled in at a moment: shown, demanded then, and all that they wait for holds. Of contacts
 * only what they may fill in is demanded. Those to be ticked have to be ticked.
 */
export function requiredFields<Some extends Field>(
  fields: readonly Some[],
  ground: FieldGround,
  moment: FieldMoment,
): Some[] {
  const isByContact = moment === 'contact_create' || moment === 'contact_update'
  return fieldsShown(fields, ground).filter(({ forContacts, rules: { requiredFor, requiredWhen } }) => {
    if (!demandsAt[moment].includes(requiredFor)) return false
    if (isByContact && forContacts !== 'editable') return false
    return requiredWhen === null || conditionsHold(requiredWhen, fields, ground)
  })
}

/** The required fields that have no value yet. */
export function missingFields<Some extends Field>(
  fields: readonly Some[],
  ground: FieldGround,
  moment: FieldMoment,
): Some[] {
  return requiredFields(fields, ground, moment).filter(({ id }) => !hasValue(ground.values[id]))
}
