import type { CaseFacts } from '@timedesk/domain/conditions/facts'
import { matchingRules, placeByRule, type DispatchRule } from '@timedesk/domain/dispatch/place-by-rule'
import type { Placement } from '@timedesk/domain/dispatch/staffing'
import { decideDispatch, type DispatchedAtCreation, type DispatchWhy } from '@timedesk/domain/helpdesk/decide-dispatch'
import type { Reader, Tx } from '../platform/db/database.ts'
import { findCaseFacts, type FactMoment } from './find-case-facts.ts'
import { holdCandidates, loadCandidates, takeTurn, type HeldRule } from './load-candidates.ts'
import { loadDispatchGround, type DispatchGround } from './load-dispatch-ground.ts'

type Named = { id: string; name: string }

/** Who is to have a case, by name, and why. */
export type Placed = {
  department: Named
  responsible: Named | null
  insteadOf: Named | null
  why: DispatchWhy
}

/**
 * Where a stored case goes by the rules, by its type or by default, as if it came in at `moment` as it is. Takes the
 * turn of a round robin, and holds what the decision went by until the transaction ends.
 */
export async function placeCase(tx: Tx, now: Date, caseId: string, moment: FactMoment): Promise<Placed> {
  const { ground, facts } = await loadQuestion(tx, now, caseId, moment)
  const byRule = await askRules(ground, facts, async (rule) => holdCandidates(tx, rule))
  if (byRule?.rule.target.kind === 'round_robin' && byRule.placement.responsibleId !== null)
    await takeTurn(tx, byRule.rule.id, byRule.placement.responsibleId)
  return placedBy(ground, facts, byRule)
}

/** The same without deciding anything: nothing is held, and no turn is taken. */
export async function foreseePlace(
  reader: Reader,
  now: Date,
  caseId: string,
): Promise<{ facts: CaseFacts; ground: DispatchGround; placed: Placed }> {
  const { ground, facts } = await loadQuestion(reader, now, caseId, now)
  const byRule = await askRules(ground, facts, async (rule) => ({
    rule,
    candidates: await loadCandidates(reader, rule.target),
  }))
  return { ground, facts, placed: placedBy(ground, facts, byRule) }
}

async function loadQuestion(reader: Reader, now: Date, caseId: string, moment: FactMoment) {
  const ground = await loadDispatchGround(reader, now)
  const conditions = ground.rules.flatMap((rule) => rule.conditions)
  const facts = (await findCaseFacts(reader, [caseId], moment, conditions)).get(caseId)
  if (facts === undefined) throw new Error('The case to be placed is gone')
  // Of a case that comes in nobody is responsible yet, whoever its type names.
  return { ground, facts: moment === 'created' ? { ...facts, responsibleId: null } : facts }
}

type ByRule = { rule: DispatchRule; placement: Placement }

/** The first rule that matches and can place the case. */
async function askRules(
  ground: DispatchGround,
  facts: CaseFacts,
  look: (rule: DispatchRule) => Promise<HeldRule>,
): Promise<ByRule | null> {
  for (const matching of matchingRules(ground.rules, facts)) {
    const { rule, candidates } = await look(matching)
    const placement = placeByRule(rule, ground.staffing, candidates)
    if (placement !== null) return { rule, placement }
  }
  return null
}

function placedBy(ground: DispatchGround, { typePath }: CaseFacts, byRule: ByRule | null): Placed {
  const dispatched = decideDispatch({
    ...ground,
    chosen: { departmentId: null, responsibleId: null },
    byRule: byRule === null ? null : { name: byRule.rule.name, placement: byRule.placement },
    typeId: typePath[0] ?? null,
  })
  return namePlace(ground, dispatched)
}

function namePlace({ staffing }: DispatchGround, dispatched: DispatchedAtCreation): Placed {
  const { departmentId, responsibleId, insteadOfId, rule, ruleName } = dispatched
  const named = (id: string | null) => (id === null ? null : { id, name: staffing.people.get(id)?.name ?? '' })
  const insteadOf = named(insteadOfId)
  return {
    department: { id: departmentId, name: staffing.departments.get(departmentId)?.name ?? '' },
    responsible: named(responsibleId),
    insteadOf,
    why: { rule, ...(ruleName !== null && { ruleName }), ...(insteadOf !== null && { insteadOf: insteadOf.name }) },
  }
}
