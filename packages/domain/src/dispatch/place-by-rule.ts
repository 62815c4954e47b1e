import type { Condition } from '@timedesk/contracts/conditions'
import type { DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import type { CaseFacts } from '../conditions/facts.ts'
import { matchConditions } from '../conditions/match-conditions.ts'
import { chooseInTurn, chooseLeastLoaded, chooseMostSkilled, hasSkills } from './choose-person.ts'
import { departmentPath, placeInQueue, placeWith } from './staffing.ts'
import type { Candidate, Placement, Staffing } from './staffing.ts'

export type DispatchRule = {
  id: string
  name: string
  conditions: readonly Condition[]
  target: DispatchTarget
  /** Whose turn it was last, of round robin. */
  lastEmployeeId: string | null
}

/** Everybody of the target's department and below, with skills and load. */
export type Candidates = ReadonlyMap<string, Candidate>

/** The rules that match a case, in their order. The first that can place it wins. */
export function matchingRules(rules: readonly DispatchRule[], facts: CaseFacts): DispatchRule[] {
  return rules.filter(({ conditions }) => matchConditions(conditions, facts).matches)
}

/** Whether the rule has to know people with their skills and load. */
export function choosesAmongPeople({ kind }: DispatchTarget): boolean {
  return kind === 'round_robin' || kind === 'least_loaded' || kind === 'skilled'
}

/**
 * Where a rule that matches sends a case. Those who are away are no candidates; with nobody left the case waits in the
 * department's queue. Null when the department or the person of the rule is not active any more: the next rule is asked.
 */
export function placeByRule(
  { target, lastEmployeeId }: Pick<DispatchRule, 'target' | 'lastEmployeeId'>,
  staffing: Staffing,
  candidates: Candidates,
): Placement | null {
  if (target.kind === 'queue') return placeInQueue(target.departmentId, staffing)
  if (target.kind === 'person') return placeWith(target.employeeId, target.departmentId, staffing)
  const queue = placeInQueue(target.departmentId, staffing)
  if (queue === null) return null
  const present = presentFor(target, staffing, candidates)
  const chosen =
    target.kind === 'round_robin'
      ? chooseInTurn(present, lastEmployeeId)
      : target.kind === 'least_loaded'
        ? chooseLeastLoaded(present)
        : chooseMostSkilled(present, target.skillIds)
  return { ...queue, responsibleId: chosen?.id ?? null }
}

type AmongPeople = Exclude<DispatchTarget, { kind: 'queue' | 'person' }>

function presentFor({ departmentId, skillIds }: AmongPeople, { away, departments }: Staffing, candidates: Candidates) {
  return [...candidates.values()].filter(
    (candidate) =>
      !away.has(candidate.id) &&
      departmentPath(candidate.departmentId, departments).includes(departmentId) &&
      hasSkills(candidate, skillIds),
  )
}
