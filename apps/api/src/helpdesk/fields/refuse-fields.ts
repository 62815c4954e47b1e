import { Refusal } from '@timedesk/contracts/refusal'
import type { FieldCheckProblem } from '@timedesk/domain/fields/check-fields'

const messages: Record<FieldCheckProblem['code'] | 'unknown_contact', string> = {
  field_required: 'This field has to be filled in.',
  unknown_field: 'There is no such field.',
  not_editable: 'Contacts cannot fill in this field.',
  wrong_kind: 'The field cannot hold that kind of value.',
  too_small: 'The number is too small.',
  too_big: 'The number is too big.',
  too_many_decimals: 'The number has too many decimals.',
  no_day: 'Must be a day since 1900.',
  unknown_option: 'The option does not exist or is not active.',
  unknown_contact: 'The contact does not exist, is not active or belongs to another customer.',
}

export type FieldProblemFound = { fieldId: string; code: keyof typeof messages }

/**
 * Refuses what is wrong with the fields of a case, each at `pointer` and its id: with `field_refused` as soon as one
 * cannot hold its value, else with `field_required`.
 */
export function refuseFields(problems: readonly FieldProblemFound[], pointer: string): void {
  const [first] = problems
  if (first === undefined) return
  const isRefused = problems.some(({ code }) => code !== 'field_required')
  throw new Refusal(isRefused ? 'field_refused' : 'field_required', {
    detail: messages[first.code],
    fields: problems.map(({ fieldId, code }) => ({ pointer: `${pointer}/${fieldId}`, code, message: messages[code] })),
  })
}
