import { createClient } from '@timedesk/client/call'

import { loadProblemWords } from './problems/problem-words.ts'

const listeners = new Set<() => void>()

/** The API of the page's own origin; the session's cookies speak for the person. */
export const client = createClient({
  baseUrl: window.location.origin,
  // Whoever tells a refusal has its words at hand then, though they come only when they are needed.
  fetch: async (...request) => {
    const response = await globalThis.fetch(...request)
    if (!response.ok) await loadProblemWords()
    return response
  },
  onUnauthenticated: () => {
    for (const listener of listeners) listener()
  },
})

/** Tells when the session is over and cannot be renewed; gives the function that stops listening. */
export function onSessionOver(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
