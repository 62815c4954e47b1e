import { Refusal } from '@timedesk/contracts/refusal'

/** Refuses with `field_refused` a deadline that has passed: it would be missed in the moment in which it is set. */
export function requireToCome(at: string | null, now: Date, pointer: string): void {
  if (at === null || new Date(at) > now) return
  const message = 'Choose a time to come.'
  throw new Refusal('field_refused', { detail: message, fields: [{ pointer, code: 'past', message }] })
}
