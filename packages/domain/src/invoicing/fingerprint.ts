import type { PlannableItem } from './plannable.ts'

/**
 * A text that is the same for the same items, in whatever order they come, and another one when anything a line says
 * or charges has changed. It tells whether what was previewed is what would be committed; made to be hashed.
 */
export function fingerprintOf(items: readonly PlannableItem[]): string {
  return items.map(textOf).toSorted().join('\n')
}

/** Fields by their names, so that the order in which somebody wrote them makes no difference. */
function textOf(item: PlannableItem): string {
  return JSON.stringify(item, (_key, value: unknown) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}
