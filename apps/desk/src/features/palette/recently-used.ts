const STORAGE_KEY = 'timedesk.palette'
const USED_MAX = 30

/** What was chosen in the palette of this browser, latest first. */
export function recentlyUsed(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Remembers that something was chosen; a browser without storage forgets it. */
export function rememberUse(id: string): void {
  const others = recentlyUsed().filter((known) => known !== id)
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify([id, ...others].slice(0, USED_MAX)))
  } catch {
    // What was used last then stands where it always stands.
  }
}

/** The same things with the recently used ones first. */
export function recentFirst<Item extends { id: string }>(items: readonly Item[], used: readonly string[]): Item[] {
  const placeOf = ({ id }: Item) => (used.includes(id) ? used.indexOf(id) : used.length)
  return items.toSorted((one, other) => placeOf(one) - placeOf(other))
}
