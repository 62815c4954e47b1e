import { useSyncExternalStore } from 'react'

/** The bulk actions that this window tells of, the latest last; they outlive a reload, so that undoing does too. */
const STORAGE_KEY = 'timedesk.bulk-actions'
const WATCHED_MAX = 3

let watched: readonly string[] = read()
const listeners = new Set<() => void>()

/** Tells of a bulk action from now on. */
export function watchBulk(bulkId: string): void {
  if (!watched.includes(bulkId)) keep([...watched, bulkId].slice(-WATCHED_MAX))
}

/** Tells of it no more. */
export function forgetBulk(bulkId: string): void {
  if (watched.includes(bulkId)) keep(watched.filter((id) => id !== bulkId))
}

/** The ids of what is told of. */
export function useWatchedBulks(): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => watched,
  )
}

function keep(ids: readonly string[]): void {
  watched = ids
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(ids))
  } catch {
    // Without storage it is told of until the window is closed.
  }
  for (const listener of listeners) listener()
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
