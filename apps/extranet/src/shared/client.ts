import { createClient } from '@timedesk/client/call'

const SESSION_ENDED = 'session-ended'

const announcements = new EventTarget()

/** The API of this origin, called with the contact's cookies. */
export const client = createClient({
  baseUrl: globalThis.location.origin,
  // Asked for at each call, so that what stands in for it later is used.
  fetch: (...request) => globalThis.fetch(...request),
  onUnauthenticated: () => {
    announcements.dispatchEvent(new Event(SESSION_ENDED))
  },
})

/** Calls `listener` when the session turns out to be over; answers what stops it. */
export function onSessionEnded(listener: () => void): () => void {
  announcements.addEventListener(SESSION_ENDED, listener)
  return () => {
    announcements.removeEventListener(SESSION_ENDED, listener)
  }
}
