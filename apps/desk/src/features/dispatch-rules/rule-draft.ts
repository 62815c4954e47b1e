import type { Condition } from '@timedesk/contracts/conditions'
import type { DispatchRule, DispatchRuleDraft, DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import type { Reference } from '@timedesk/contracts/primitives'
import type { z } from 'zod'

export const TARGET_KINDS = [
  'queue',
  'person',
  'round_robin',
  'least_loaded',
  'skilled',
] as const satisfies readonly DispatchTarget['kind'][]

/** Where a rule sends cases, as it is written: what another kind needs is kept while one looks at this one. */
export type TargetDraft = {
  kind: DispatchTarget['kind']
  departmentId: string | null
  employeeId: Reference | null
  skillIds: readonly string[]
}

/** A rule as it is written in the form; named as the fields of the request. */
export type RuleDraft = {
  name: string
  conditions: readonly Condition[]
  target: TargetDraft
  isActive: boolean
}

export function emptyRule(): RuleDraft {
  return {
    ...{ name: '', conditions: [], isActive: true },
    target: { kind: 'queue', departmentId: null, employeeId: null, skillIds: [] },
  }
}

export function draftOfRule({ name, conditions, target, employee, isActive }: DispatchRule): RuleDraft {
  return {
    ...{ name, conditions, isActive },
    target: {
      kind: target.kind,
      departmentId: target.departmentId,
      employeeId: employee,
      skillIds: 'skillIds' in target ? target.skillIds : [],
    },
  }
}

/** Whether the rule says where cases go. */
export function isTargetSet({ kind, departmentId, employeeId, skillIds }: TargetDraft): boolean {
  if (kind === 'person') return employeeId !== null
  return departmentId !== null && (kind !== 'skilled' || skillIds.length > 0)
}

/** Whether every condition has the values that it needs. */
export function isAskable(conditions: readonly Condition[]): boolean {
  return conditions.every(
    ({ op, values }) =>
      op === 'isEmpty' || op === 'isNotEmpty' || (values.length > 0 && values.every((value) => value !== '')),
  )
}

/** The draft as the API takes it. What is missing stays so, that the API points at it. */
export function wireRule({ name, conditions, target, isActive }: RuleDraft): z.input<typeof DispatchRuleDraft> {
  return { name, conditions: [...conditions], target: wireTarget(target), isActive }
}

function wireTarget({ kind, departmentId, employeeId, skillIds }: TargetDraft): z.input<typeof DispatchTarget> {
  if (kind === 'person') return { kind, departmentId, employeeId: employeeId?.id ?? '' }
  const to = { departmentId: departmentId ?? '' }
  return kind === 'queue' ? { kind, ...to } : { kind, ...to, skillIds: [...skillIds] }
}
