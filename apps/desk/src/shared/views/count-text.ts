const COUNT_MAX = 99

/** How much stands in a view, as it is shown: undefined while it is counted, a dash where it could not be. */
export function countText(count: number | null | undefined): string | undefined {
  if (count === undefined) return undefined
  if (count === null) return '–'
  return count > COUNT_MAX ? `${String(COUNT_MAX)}+` : String(count)
}
