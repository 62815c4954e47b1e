import { Refusal } from '@timedesk/contracts/refusal'

/** The refusal of a thing that cannot be used here, pointing at where the caller named it. */
export function refusedReference(pointer: string, message: string): Refusal {
  return new Refusal('reference_refused', {
    detail: message,
    fields: [{ pointer, code: 'unusable', message }],
  })
}
