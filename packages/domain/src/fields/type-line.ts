/** A type of a tree that is given as a list. */
type TreeType = { id: string; parentId: string | null }

/** A case type with all above it, the nearest first; none for no type, or one that is not there. */
export function lineOf(types: readonly TreeType[], typeId: string | null): string[] {
  const found: string[] = []
  let at = types.find(({ id }) => id === typeId)
  while (at !== undefined && !found.includes(at.id)) {
    found.push(at.id)
    const { parentId } = at
    at = types.find(({ id }) => id === parentId)
  }
  return found
}
