/** From an instant up to, and without, another; in milliseconds. */
export type ClockSpan = { startMs: number; endMs: number }

/** Whether two spans share any time. One that ends when the other starts does not overlap it, and no time overlaps nothing. */
export function overlaps(one: ClockSpan, other: ClockSpan): boolean {
  return Math.max(one.startMs, other.startMs) < Math.min(one.endMs, other.endMs)
}
