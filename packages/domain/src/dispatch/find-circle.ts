/** An absence as it stands or is to be saved; days `YYYY-MM-DD`, both included. */
export type AbsenceSpan = {
  employeeId: string
  delegateId: string | null
  from: string
  to: string
}

/** Whether two spans share a day. */
export function overlaps(one: Pick<AbsenceSpan, 'from' | 'to'>, other: Pick<AbsenceSpan, 'from' | 'to'>): boolean {
  return one.from <= other.to && other.from <= one.to
}

/**
 * The people who would stand in for each other in a circle if `wanted` were saved beside `others`, from the delegate
 * back to the employee; null when there is no day on which that happens.
 */
export function findCircle(wanted: AbsenceSpan, others: readonly AbsenceSpan[]): string[] | null {
  return wanted.delegateId === null ? null : follow(wanted.delegateId, wanted, wanted, others, [])
}

/** Follows delegates as long as one day is left on which all of them are away at once. */
function follow(
  atId: string,
  days: Pick<AbsenceSpan, 'from' | 'to'>,
  wanted: AbsenceSpan,
  others: readonly AbsenceSpan[],
  path: readonly string[],
): string[] | null {
  const reached = [...path, atId]
  if (atId === wanted.employeeId) return reached
  if (path.includes(atId)) return null
  for (const next of others) {
    if (next.employeeId !== atId || next.delegateId === null || !overlaps(next, days)) continue
    const shared = {
      from: next.from > days.from ? next.from : days.from,
      to: next.to < days.to ? next.to : days.to,
    }
    const circle = follow(next.delegateId, shared, wanted, others, reached)
    if (circle !== null) return circle
  }
  return null
}
