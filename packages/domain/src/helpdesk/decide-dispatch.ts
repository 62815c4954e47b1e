/** A case type with what it says about who takes its cases. Ids, null where it says nothing. */
export type DispatchType = {
  id: string
  parentId: string | null
  departmentId: string | null
  responsibleId: string | null
}

/** Which rule won, for the log. */
export type DispatchRule = 'by_hand' | 'by_type' | 'by_default' | 'imported'

export type DispatchAtCreation = {
  /** What the creator asked for. */
  chosen: { departmentId: string | null; responsibleId: string | null }
  typeId: string | null
  types: ReadonlyMap<string, DispatchType>
  /** The department whose queue takes what no rule claims. */
  defaultDepartmentId: string
  /** The department of each active employee; one who is missing here cannot be given a case. */
  departmentOf: ReadonlyMap<string, string>
}

export type DispatchedAtCreation = {
  departmentId: string
  /** Null leaves the case in the department's queue (R83). */
  responsibleId: string | null
  rule: DispatchRule
  /** The type or ancestor whose rule won. */
  ruleTypeId: string | null
}

/**
 * Who gets a new case (R83): what the creator chose, else the rule of the type or of its nearest ancestor that has
 * one, else the default queue. A rule that names an employee who has left falls back to its department's queue,
 * and to the next rule when it names no department.
 */
export function decideDispatch(intent: DispatchAtCreation): DispatchedAtCreation {
  const chosen = toDispatch(intent.chosen, intent.departmentOf)
  if (chosen !== null) return { ...chosen, rule: 'by_hand', ruleTypeId: null }

  for (const type of lineOf(intent.typeId, intent.types)) {
    const dispatch = toDispatch(type, intent.departmentOf)
    if (dispatch !== null) return { ...dispatch, rule: 'by_type', ruleTypeId: type.id }
  }
  return { departmentId: intent.defaultDepartmentId, responsibleId: null, rule: 'by_default', ruleTypeId: null }
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
  rule: DispatchRule
  fromDepartment: string | null
  toDepartment: string
  fromResponsible: string | null
  toResponsible: string | null
  toResponsibleId: string | null
  toDepartmentId: string
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
export function decideRedispatch(before: Dispatch, intent: RedispatchIntent): RedispatchDecision {
  const department = intent.department ?? before.department
  const staysInDepartment = department.id === before.department.id
  const kept = staysInDepartment ? before.responsible : null
  const responsible = intent.responsible === undefined ? kept : intent.responsible
  if (staysInDepartment && responsible?.id === before.responsible?.id) return { changes: {}, events: [] }

  return {
    changes: { departmentId: department.id, responsibleId: responsible?.id ?? null },
    events: [dispatchedEvent(before, { department, responsible }, 'by_hand', intent.comment)],
  }
}

/** The entry in the log. `before` is null for a case that is being created. */
export function dispatchedEvent(
  before: Dispatch | null,
  { department, responsible }: Dispatch,
  rule: DispatchRule,
  comment?: string,
): Dispatched {
  return {
    type: 'case.dispatched',
    rule,
    fromDepartment: before?.department.name ?? null,
    toDepartment: department.name,
    fromResponsible: before?.responsible?.name ?? null,
    toResponsible: responsible?.name ?? null,
    toResponsibleId: responsible?.id ?? null,
    toDepartmentId: department.id,
    ...(comment !== undefined && { comment }),
  }
}

type Wish = Pick<DispatchType, 'departmentId' | 'responsibleId'>
type Fulfilled = Pick<DispatchedAtCreation, 'departmentId' | 'responsibleId'>

function toDispatch(wish: Wish, departmentOf: ReadonlyMap<string, string>): Fulfilled | null {
  const home = wish.responsibleId === null ? undefined : departmentOf.get(wish.responsibleId)
  const departmentId = wish.departmentId ?? home ?? null
  if (departmentId === null) return null
  return { departmentId, responsibleId: home === undefined ? null : wish.responsibleId }
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
