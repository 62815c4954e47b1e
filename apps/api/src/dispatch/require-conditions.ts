import type { Condition } from '@timedesk/contracts/conditions'
import { Refusal, type FieldProblem } from '@timedesk/contracts/refusal'
import { checkConditions } from '@timedesk/domain/conditions/check-conditions'
import type { Reader } from '../platform/db/database.ts'
import { findConditionReferences, isReferenceValue } from './condition-references.ts'

/**
 * Refuses with `rule_refused` conditions that cannot be asked, and ids of what does not exist; a field for each.
 * `pointer` is where the list stands in the request. What is inactive may be asked about: cases have it.
 */
export async function requireConditions(
  reader: Reader,
  conditions: readonly Condition[],
  pointer = '/body/conditions',
): Promise<void> {
  const { names, fields } = await findConditionReferences(reader, conditions)
  const problems = checkConditions(conditions, new Map(fields.map(({ id, kind }) => [id, kind])), pointer)
  if (problems.length > 0) throw refusedConditions(problems)
  const known = new Set(names.map(({ id }) => id))
  const missing = conditions.flatMap((condition, place) =>
    isReferenceValue(condition, fields)
      ? condition.values.flatMap((value, at) =>
          known.has(value) ? [] : [missingAt(`${pointer}/${String(place)}/values/${String(at)}`)],
        )
      : [],
  )
  if (missing.length > 0) throw refusedConditions(missing)
}

function missingAt(pointer: string): FieldProblem {
  return { pointer, code: 'unusable', message: 'It does not exist.' }
}

function refusedConditions(fields: FieldProblem[]): Refusal {
  return new Refusal('rule_refused', { detail: 'Some conditions cannot be asked.', fields })
}
