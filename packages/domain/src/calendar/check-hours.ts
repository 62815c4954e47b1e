import { overlaps } from '../time/overlap.ts'
import type { OpeningSpan } from './service-calendar.ts'

/** What is wrong with the opening hours, and with which of them, counted from zero. */
export type HoursProblem = { at: number; problem: 'ends_before_start' | 'overlaps' }

/** The first span that ends before it starts, or shares time with one before it in the list; null when all is well. */
export function checkHours(spans: readonly OpeningSpan[]): HoursProblem | null {
  for (const [at, span] of spans.entries()) {
    if (span.to <= span.from) return { at, problem: 'ends_before_start' }
    const before = spans.slice(0, at)
    if (before.some((other) => meet(other, span))) return { at, problem: 'overlaps' }
  }
  return null
}

function meet(one: OpeningSpan, other: OpeningSpan): boolean {
  return one.weekday === other.weekday && overlaps(one, other)
}
