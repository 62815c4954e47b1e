import type { FieldCondition } from '@timedesk/contracts/custom-fields'
import { checkValue, storedValue } from './check-value.ts'
import type { Field } from './field.ts'
import { fieldOfCondition } from './fields-shown.ts'

/** What is wrong with the rules of a field, and where in them: `shownWhen/0/values/1`. */
export type RuleProblem = {
  at: string
  problem: 'unknown_field' | 'unknown_priority' | 'unknown_option' | 'wrong_value' | 'itself' | 'circle' | 'values'
}

/** What rules may speak of, active or not. */
export type RuleGround = {
  fields: readonly Field[]
  priorityIds: ReadonlySet<string>
}

/** Whether the rules of a field speak of what is there, and can be answered at all. `ground` has the field as it would be. */
export function checkRules(field: Field, ground: RuleGround): RuleProblem[] {
  const { shownWhen, requiredWhen } = field.rules
  const problems = [
    ...shownWhen.flatMap((condition, index) => checkCondition(field, condition, `shownWhen/${String(index)}`, ground)),
    ...(requiredWhen ?? []).flatMap((condition, index) =>
      checkCondition(field, condition, `requiredWhen/${String(index)}`, ground),
    ),
  ]
  const circle = shownWhen.findIndex((condition) => leadsTo(condition, field.id, ground.fields))
  if (problems.length === 0 && circle >= 0) return [{ at: `shownWhen/${String(circle)}/field`, problem: 'circle' }]
  return problems
}

function checkCondition(field: Field, condition: FieldCondition, at: string, ground: RuleGround): RuleProblem[] {
  const asks = condition.op === 'is' || condition.op === 'isNot'
  if (asks !== condition.values.length > 0) return [{ at: `${at}/values`, problem: 'values' }]
  const id = fieldOfCondition(condition)
  if (id === null)
    return condition.values.flatMap((value, index) =>
      ground.priorityIds.has(value)
        ? []
        : [{ at: `${at}/values/${String(index)}`, problem: 'unknown_priority' as const }],
    )
  if (id === field.id) return [{ at: `${at}/field`, problem: 'itself' }]
  const target = ground.fields.find((candidate) => candidate.id === id)
  if (target === undefined) return [{ at: `${at}/field`, problem: 'unknown_field' }]
  return condition.values.flatMap((value, index) => {
    const problem = problemOfValue(target, value)
    return problem === null ? [] : [{ at: `${at}/values/${String(index)}`, problem }]
  })
}

/** Inactive options may still be asked for: cases keep them. */
function problemOfValue(target: Field, value: string): 'unknown_option' | 'wrong_value' | null {
  switch (target.kind) {
    case 'choice':
    case 'tree':
      return target.options.some(({ id }) => id === value) ? null : 'unknown_option'
    case 'checkbox':
      return value === 'true' || value === 'false' ? null : 'wrong_value'
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value)) ? null : 'wrong_value'
    case 'date':
      return checkValue(target, storedValue(value)) === null && value !== '' ? null : 'wrong_value'
    case 'text':
    case 'contact':
      return value.trim() === '' ? 'wrong_value' : null
  }
}

/** Whether what a condition asks for depends in the end on the field of that id. */
function leadsTo(condition: FieldCondition, id: string, fields: readonly Field[]): boolean {
  const seen = new Set<string>()
  const open = [fieldOfCondition(condition)]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true
    if (next === null || seen.has(next)) continue
    seen.add(next)
    const { shownWhen } = fields.find((field) => field.id === next)?.rules ?? { shownWhen: [] }
    open.push(...shownWhen.map(fieldOfCondition))
  }
  return false
}
