import { Refusal } from '@timedesk/contracts/refusal'

/** The refusal of a change that says nothing of its reason, pointing at where that belongs. */
export function refusedReason(pointer: `/body/${string}`): Refusal {
  const message = 'Say why.'
  return new Refusal('reason_missing', { detail: message, fields: [{ pointer, code: 'missing', message }] })
}
