import { placeInQueue, placeWith } from '../dispatch/staffing.ts'
import type { Placement, Staffing } from '../dispatch/staffing.ts'

/** A case type with what it says about who takes its cases. Ids, null where it says nothing. */
export type DispatchType = {
  id: string
  parentId: string | null
  departmentId: string | null
  responsibleId: string | null
}

/** What decided where a case went, for the log. */
export type DispatchCause =
  'by_hand' | 'by_rule' | 'by_type' | 'by_default' | 'by_absence' | 'by_escalation' | 'by_automation' | 'imported'

export type DispatchAtCreation = {
  /** What the creator asked for. */
  chosen: { departmentId: string | null; responsibleId: string | null }
  /** What the first dispatch rule says that matches and can place the case; null when there is none. */
  byRule: { name: string; placement: Placement } | null
  typeId: string | null
  types: ReadonlyMap<string, DispatchType>
  /** The department whose queue takes what no rule claims. */
  defaultDepartmentId: string
  staffing: Staffing
}

export type DispatchedAtCreation = Placement & {
  rule: DispatchCause
  /** The dispatch rule that won. */
  ruleName: string | null
  /** The type or ancestor whose rule won. */
  ruleTypeId: string | null
}

/**
 * Who gets a new case (R83): what the creator chose, else what the dispatch rules say, else the rule of the type or of
 * its nearest ancestor that has one, else the default queue. For somebody who is away the delegate gets it, except where
 * the creator chose. A type that names an employee who has left falls back to its department's queue, and to the type
 * above when it names no department.
 */
export function decideDispatch(intent: DispatchAtCreation): DispatchedAtCreation {
  const { chosen, byRule, staffing, defaultDepartmentId } = intent
  const byHand = placeAsChosen(chosen, staffing)
  if (byHand !== null) return { ...byHand, rule: 'by_hand', ruleName: null, ruleTypeId: null }
  if (byRule !== null) return { ...byRule.placement, rule: 'by_rule', ruleName: byRule.name, ruleTypeId: null }

  for (const type of lineOf(intent.typeId, intent.types)) {
    const placement = placeByType(type, staffing)
    if (placement !== null) return { ...placement, rule: 'by_type', ruleName: null, ruleTypeId: type.id }
  }
  const placement = { departmentId: defaultDepartmentId, responsibleId: null, insteadOfId: null }
  return { ...placement, rule: 'by_default', ruleName: null, ruleTypeId: null }
}

/** Where a case goes of which nobody chose and no rule decides; what rules that ask for the department look at. */
export function placeWithoutRules(intent: Omit<DispatchAtCreation, 'chosen' | 'byRule'>): DispatchedAtCreation {
  return decideDispatch({ ...intent, chosen: { departmentId: null, responsibleId: null }, byRule: null })
}

type Named = {
  id: string
  name: string
}

/** Who has a case. Names are kept with ids, since the log keeps them as they were. */
export type Dispatch = {
  department: Named
  responsible: Named | null
}

export type Dispatched = {
  type: 'case.dispatched'
  rule: DispatchCause
  /** The dispatch rule, policy or automation rule that decided. */
  ruleName?: string
  /** Who is away, and for whom the responsible stands in. */
  insteadOf?: string
  fromDepartment: string | null
  toDepartment: string
  fromResponsible: string | null
  toResponsible: string | null
  toResponsibleId: string | null
  toDepartmentId: string
  comment?: string
}

/** Why a case went where it went; by hand unless said otherwise. */
export type DispatchWhy = {
  rule: DispatchCause
  ruleName?: string
  insteadOf?: string
  comment?: string
}

export type RedispatchIntent = {
  department?: Named
  responsible?: Named | null
  comment?: string
}

export type RedispatchDecision = {
  changes: { departmentId?: string; responsibleId?: string | null }
  events: Dispatched[]
}

/**
 * Hands a case on. What the intent leaves out stays, except that a case which changes department alone lands in
 * the new department's queue. Handing it to where it already is changes nothing.
 */
export function decideRedispatch(
  before: Dispatch,
  intent: RedispatchIntent,
  why: DispatchWhy = { rule: 'by_hand' },
): RedispatchDecision {
  const department = intent.department ?? before.department
  const staysInDepartment = department.id === before.department.id
  const kept = staysInDepartment ? before.responsible : null
  const responsible = intent.responsible === undefined ? kept : intent.responsible
  if (staysInDepartment && responsible?.id === before.responsible?.id) return { changes: {}, events: [] }

  return {
    changes: { departmentId: department.id, responsibleId: responsible?.id ?? null },
    events: [
      dispatchedEvent(
        before,
        { department, responsible },
        { ...why, ...(intent.comment !== undefined && { comment: intent.comment }) },
      ),
    ],
  }
}

/** The entry in the log. `before` is null for a case that is being created. */
export function dispatchedEvent(
  before: Dispatch | null,
  { department, responsible }: Dispatch,
  why: DispatchWhy,
): Dispatched {
  return {
    type: 'case.dispatched',
    ...why,
    fromDepartment: before?.department.name ?? null,
    toDepartment: department.name,
    fromResponsible: before?.responsible?.name ?? null,
    toResponsible: responsible?.name ?? null,
    toResponsibleId: responsible?.id ?? null,
    toDepartmentId: department.id,
  }
}

type Wish = Pick<DispatchType, 'departmentId' | 'responsibleId'>

/** What somebody chose is done to the letter: who is named gets it, away or not. */
function placeAsChosen({ departmentId: wantedId, responsibleId }: Wish, { people }: Staffing): Placement | null {
  const home = responsibleId === null ? undefined : people.get(responsibleId)?.departmentId
  const departmentId = wantedId ?? home ?? null
  if (departmentId === null) return null
  return { departmentId, responsibleId: home === undefined ? null : responsibleId, insteadOfId: null }
}

function placeByType({ departmentId, responsibleId }: Wish, staffing: Staffing): Placement | null {
  if (responsibleId !== null && staffing.people.has(responsibleId))
    return placeWith(responsibleId, departmentId, staffing)
  return departmentId === null ? null : placeInQueue(departmentId, staffing)
}

function* lineOf(typeId: string | null, types: ReadonlyMap<string, DispatchType>): Generator<DispatchType> {
  const seen = new Set<string>()
  let type = typeId === null ? undefined : types.get(typeId)
  // A tree that bites its own tail would otherwise keep us here for ever.
  while (type !== undefined && !seen.has(type.id)) {
    seen.add(type.id)
    yield type
    type = type.parentId === null ? undefined : types.get(type.parentId)
  }
}
