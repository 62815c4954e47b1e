import { countText } from './count-text.ts'

/** How much stands in a view; nothing while it is counted. */
export function ViewCount({ count }: { count: number | null | undefined }) {
  const shown = countText(count)
  return shown === undefined ? null : <span className="desk-count td-number">{shown}</span>
}
