/**
 * Which cases are chosen. `anchorId` is where a range begins; what was chosen before the range stays in `base` while
 * the range grows and shrinks. `isWhole`: everything that the view holds, shown or not.
 */
export type Selection = {
  ids: ReadonlySet<string>
  base: ReadonlySet<string>
  anchorId: string | null
  isWhole: boolean
}

export const noSelection: Selection = { ids: new Set(), base: new Set(), anchorId: null, isWhole: false }

/** Chooses a case, or lets it go; the next range begins there. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, base: next, anchorId: id, isWhole: false }
}

/** Chooses all from the anchor to a case, and lets go what an earlier end of the same range reached beyond it. */
export function extended(
  { base, anchorId }: Selection,
  rowIds: readonly string[],
  fromId: string,
  toId: string,
): Selection {
  const anchor = anchorId !== null && rowIds.includes(anchorId) ? anchorId : fromId
  const ends = [rowIds.indexOf(anchor), rowIds.indexOf(toId)]
  const range = rowIds.slice(Math.min(...ends), Math.max(...ends) + 1)
  return { ids: new Set([...base, ...range]), base, anchorId: anchor, isWhole: false }
}

/** Chooses all that is loaded. */
export function allOf(rowIds: readonly string[]): Selection {
  const ids = new Set(rowIds)
  return { ids, base: ids, anchorId: null, isWhole: false }
}
