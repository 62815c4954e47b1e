import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { checkFields } from '@timedesk/domain/fields/check-fields'
import type { Tx } from '../../platform/db/database.ts'
import { holdCustomFields } from '../../settings/fields/lock-custom-fields.ts'
import { findFieldDefinitions } from '../fields/find-field-definitions.ts'
import { refuseFields } from '../fields/refuse-fields.ts'

/**
 * The values of custom fields that a template fills in; none of them has to be. Refuses with `field_refused` what a
 * field cannot hold, and contacts: those are each customer's own. What `before` holds already may stay.
 */
export async function checkTemplateFields(tx: Tx, given: FieldValues, before: FieldValues = {}): Promise<FieldValues> {
  await holdCustomFields(tx)
  const { fields } = await findFieldDefinitions(tx, [])
  const kept = Object.fromEntries(Object.entries(before).filter(([id]) => id in given))
  const ground = { typeLine: [], priorityId: null }
  const { values, problems } = checkFields({
    fields,
    before: { ...ground, values: kept },
    after: ground,
    given,
    by: 'staff',
    moment: 'none',
  })
  const contacts = fields.filter(({ id, kind }) => kind === 'contact' && values[id] !== undefined)
  const strangers = contacts.map(({ id }) => ({ fieldId: id, code: 'unknown_contact' as const }))
  refuseFields([...problems, ...strangers], '/body/fields')
  return values
}
