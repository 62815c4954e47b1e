/** The keys with one of them taken to another place; places beyond the ends are the ends. */
export function placeAt(keys: readonly string[], key: string, place: number): string[] {
  const others = keys.filter((other) => other !== key)
  const at = Math.max(0, Math.min(place, others.length))
  return [...others.slice(0, at), key, ...others.slice(at)]
}

/** The items in the order of their keys; those that no key names come last, as they stood. */
export function inOrder<Item>(items: readonly Item[], keyOf: (item: Item) => string, keys: readonly string[]): Item[] {
  const places = new Map(keys.map((key, place) => [key, place]))
  return items.toSorted((one, other) => placeOf(one) - placeOf(other))

  function placeOf(item: Item): number {
    return places.get(keyOf(item)) ?? keys.length
  }
}
