import { Prisma } from '@timedesk/prisma/client'

/** A place in the order of changes: the transaction that made the row, and the row's own place within it. */
export type Mark = { mark: string; within: string }

const BEGINNING = '0'

const MARK_MAX = 9_223_372_036_854_775_807n

/** Reads what an integrator kept of the answer before; `first` is before every row of a transaction. Null at the beginning. */
export function readMark(after: string | undefined, form: RegExp, first: string): Mark | null {
  if (after === undefined) return null
  const [mark = BEGINNING, within = ''] = after.split('.')
  return { mark: BigInt(mark) > MARK_MAX ? String(MARK_MAX) : mark, within: form.test(within) ? within : first }
}

/** The place of the last row of an answer; of one without rows it is where the reader was. */
export function markText(last: Mark | undefined, after: string | undefined): string {
  return last === undefined ? (after ?? BEGINNING) : `${last.mark}.${last.within}`
}

/**
 * Whether a row is final: transactions end in another order than they begin, so a row counts only when every one that
 * began before it is over. Then nothing can come in between, and a reader who keeps its place misses none.
 */
export function isFinal(mark: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${mark} < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint`
}
