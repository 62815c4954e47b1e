/** An active employee, as far as it matters where a case goes. */
export type Person = {
  id: string
  name: string
  departmentId: string
}

/** One among whom a rule chooses. */
export type Candidate = Person & {
  /** The level of each skill, by the skill's id. */
  skills: ReadonlyMap<string, number>
  /** What remains to be done on active cases; see `remainingMinutes`. */
  loadMinutes: number
}

export type Queue = {
  name: string
  parentId: string | null
  isActive: boolean
}

/** Who is there to take a case. */
export type Staffing = {
  people: ReadonlyMap<string, Person>
  /** Who is away on the day, and who stands in; null where nobody does. */
  away: ReadonlyMap<string, string | null>
  /** Every department, which is also a queue. */
  departments: ReadonlyMap<string, Queue>
}

/** Where a case goes. */
export type Placement = {
  departmentId: string
  /** Null leaves it in the department's queue (R83). */
  responsibleId: string | null
  /** Who is away, and for whom the responsible stands in. */
  insteadOfId: string | null
}

/** A department and all above it, from below. Of a tree that bites its own tail each one once. */
export function departmentPath(departmentId: string | null, departments: Staffing['departments']): string[] {
  const path: string[] = []
  let at = departmentId
  while (at !== null && departments.has(at) && !path.includes(at)) {
    path.push(at)
    at = departments.get(at)?.parentId ?? null
  }
  return path
}

/**
 * Who takes what would go to an employee: the one named, or while away the delegate, or the delegate's when that one is
 * away too. Null when nobody is left, or when the one named is no active employee.
 */
export function standInFor(employeeId: string, { people, away }: Pick<Staffing, 'people' | 'away'>): string | null {
  const asked = new Set<string>()
  let at: string | null = employeeId
  while (at !== null && !asked.has(at)) {
    asked.add(at)
    if (!people.has(at)) return null
    const delegateId = away.get(at)
    if (delegateId === undefined) return at
    at = delegateId
  }
  return null
}

/**
 * Places a case with an employee or with whoever stands in: in the wanted department while that person belongs to it or
 * below it, else in the person's own. With nobody left it waits in the wanted department, or in that of the employee
 * who is away. A wanted department that is not active counts for nothing. Null when neither is usable.
 */
export function placeWith(employeeId: string, wantedId: string | null, staffing: Staffing): Placement | null {
  const { people, departments } = staffing
  const wanted = wantedId !== null && departments.get(wantedId)?.isActive === true ? wantedId : null
  const takerId = standInFor(employeeId, staffing)
  const taker = takerId === null ? undefined : people.get(takerId)
  if (taker === undefined) {
    const departmentId = wanted ?? people.get(employeeId)?.departmentId ?? null
    return departmentId === null ? null : placeInQueue(departmentId, staffing)
  }
  const belongs = wanted !== null && departmentPath(taker.departmentId, departments).includes(wanted)
  const departmentId = belongs ? wanted : taker.departmentId
  if (departments.get(departmentId)?.isActive !== true) return null
  return { departmentId, responsibleId: taker.id, insteadOfId: taker.id === employeeId ? null : employeeId }
}

/** Leaves a case to the queue of a department. Null when it is not active. */
export function placeInQueue(departmentId: string, { departments }: Pick<Staffing, 'departments'>): Placement | null {
  if (departments.get(departmentId)?.isActive !== true) return null
  return { departmentId, responsibleId: null, insteadOfId: null }
}
