import { z } from 'zod'
import { useSyncExternalStore } from 'react'

/** A message that was sent from this window, and can be called back until then. */
const Leaving = z.object({
  draftId: z.string(),
  caseId: z.string(),
  number: z.int(),
  kind: z.enum(['reply', 'note']),
  isShared: z.boolean(),
  /** In milliseconds, by the clock of this window: those of the server and of the reader may differ. */
  until: z.number(),
})
export type Leaving = z.infer<typeof Leaving>

/** They outlive a reload, so that calling back does too. */
const STORAGE_KEY = 'timedesk.leaving-messages'
const TOLD_MAX = 3

let leaving: readonly Leaving[] = read()
const listeners = new Set<() => void>()

/** Lets a message be called back from every page from now on. */
export function tellLeaving(message: Leaving): void {
  keep([...leaving.filter(({ draftId }) => draftId !== message.draftId), message].slice(-TOLD_MAX))
}

/** Tells of it no more: it is out, or back. */
export function forgetLeaving(draftId: string): void {
  if (leaving.some((message) => message.draftId === draftId))
    keep(leaving.filter((message) => message.draftId !== draftId))
}

/** The messages that can be called back, the latest last. */
export function useLeaving(): readonly Leaving[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => leaving,
  )
}

function keep(messages: readonly Leaving[]): void {
  leaving = messages
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(messages))
  } catch {
    // Without storage it is told of until the window is closed.
  }
  for (const listener of listeners) listener()
}

function read(): Leaving[] {
  try {
    return z.array(Leaving).parse(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]'))
  } catch {
    return []
  }
}
