import type { CaseFacts } from '../conditions/facts.ts'
import { placeByRule, matchingRules } from './place-by-rule.ts'
import type { Candidates, DispatchRule } from './place-by-rule.ts'
import { remainingMinutes } from './remaining-minutes.ts'
import type { Candidate, Placement, Staffing } from './staffing.ts'

/** A case of the past as it came in. */
export type RehearsedCase = {
  id: string
  createdAt: Date
  /** When nothing was left to do on it; null while there is. */
  solvedAt: Date | null
  estimateMinutes: number | null
  /** As they were when it came in: new, and in the department where it goes without rules. */
  facts: CaseFacts
  /** Where it goes when no rule claims it: chosen by hand, by its type or by default. */
  withoutRules: Placement
  /** The creator chose, so that no rule is asked. */
  isByHand: boolean
}

export type RehearsedPlacement = Placement & {
  /** Null where no rule decided. */
  ruleId: string | null
}

export type DispatchDifference = {
  caseId: string
  before: RehearsedPlacement
  after: RehearsedPlacement
}

export type DispatchRehearsal = {
  /** Cases by the rule that decides, before and after. */
  hits: { before: ReadonlyMap<string, number>; after: ReadonlyMap<string, number> }
  differences: DispatchDifference[]
}

/**
 * Plays the past through two sets of rules, the ones there are and a draft, and tells which cases would have gone to
 * somebody else. Both begin with nobody having anything to do; whoever gets a case has it until the moment at which it
 * was solved, and turns of round robin go on as in life. People, skills and absences are those of today.
 */
export function rehearseDispatch(
  cases: readonly RehearsedCase[],
  before: readonly DispatchRule[],
  after: readonly DispatchRule[],
  staffing: Staffing,
  candidates: Candidates,
): DispatchRehearsal {
  const inOrder = cases.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
  const asItIs = play(inOrder, before, staffing, candidates)
  const asDrafted = play(inOrder, after, staffing, candidates)
  const differences = inOrder.flatMap(({ id }) => {
    const one = asItIs.get(id)
    const other = asDrafted.get(id)
    if (one === undefined || other === undefined || isSame(one, other)) return []
    return [{ caseId: id, before: one, after: other }]
  })
  return { hits: { before: countHits(asItIs), after: countHits(asDrafted) }, differences }
}

type Placed = ReadonlyMap<string, RehearsedPlacement>

function play(
  cases: readonly RehearsedCase[],
  rules: readonly DispatchRule[],
  staffing: Staffing,
  candidates: Candidates,
): Placed {
  const turns = new Map<string, string | null>()
  const work = new Map<string, { untilMs: number; minutes: number }[]>()
  const placed = new Map<string, RehearsedPlacement>()
  for (const one of cases) {
    const placement = placeOne(one, rules, turns, staffing, loadedAt(one.createdAt, candidates, work))
    placed.set(one.id, placement)
    const { responsibleId } = placement
    if (responsibleId === null) continue
    const untilMs = one.solvedAt?.getTime() ?? Infinity
    const own = work.get(responsibleId) ?? []
    own.push({ untilMs, minutes: remainingMinutes(one.estimateMinutes, 0) })
    work.set(responsibleId, own)
  }
  return placed
}

function placeOne(
  { facts, withoutRules, isByHand }: RehearsedCase,
  rules: readonly DispatchRule[],
  turns: Map<string, string | null>,
  staffing: Staffing,
  candidates: () => Candidates,
): RehearsedPlacement {
  for (const rule of isByHand ? [] : matchingRules(rules, facts)) {
    const turn = { target: rule.target, lastEmployeeId: turns.get(rule.id) ?? null }
    const placement = placeByRule(turn, staffing, rule.target.kind === 'queue' ? new Map() : candidates())
    if (placement === null) continue
    if (placement.responsibleId !== null) turns.set(rule.id, placement.responsibleId)
    return { ...placement, ruleId: rule.id }
  }
  return { ...withoutRules, ruleId: null }
}

/** The people with what they have to do at a moment; worked out when a rule asks. What is done by then is forgotten. */
function loadedAt(
  at: Date,
  candidates: Candidates,
  work: Map<string, { untilMs: number; minutes: number }[]>,
): () => Candidates {
  return () => {
    const loaded = new Map<string, Candidate>()
    for (const [id, candidate] of candidates) {
      const open = (work.get(id) ?? []).filter(({ untilMs }) => untilMs > at.getTime())
      work.set(id, open)
      loaded.set(id, { ...candidate, loadMinutes: open.reduce((sum, { minutes }) => sum + minutes, 0) })
    }
    return loaded
  }
}

function isSame(one: RehearsedPlacement, other: RehearsedPlacement): boolean {
  return one.departmentId === other.departmentId && one.responsibleId === other.responsibleId
}

function countHits(placed: Placed): Map<string, number> {
  const hits = new Map<string, number>()
  for (const { ruleId } of placed.values()) if (ruleId !== null) hits.set(ruleId, (hits.get(ruleId) ?? 0) + 1)
  return hits
}
