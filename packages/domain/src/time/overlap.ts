/** From a moment up to, and without, another; both in the same unit. */
export type Span = { from: number; to: number }

/** Whether two spans share any time. One that ends when the other starts does not overlap it, and no time overlaps nothing. */
export function overlaps(one: Span, other: Span): boolean {
  return Math.max(one.from, other.from) < Math.min(one.to, other.to)
}
