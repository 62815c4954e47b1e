import { createClient } from '@timedesk/client/call'

const listeners = new Set<() => void>()

/** The API of the page's own origin; the session's cookies speak for the person. */
export const client = createClient({
  baseUrl: window.location.origin,
  onUnauthenticated: () => {
    for (const listener of listeners) listener()
  },
})

/** Tells when the session is over and cannot be renewed; gives the function that stops listening. */
export function onSessionOver(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
