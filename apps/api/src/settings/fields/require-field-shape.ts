import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { Refusal, type FieldProblem, type RefusalCode } from '@timedesk/contracts/refusal'
import { checkOptions, type OptionProblem } from '@timedesk/domain/fields/check-options'
import { checkRules, type RuleProblem } from '@timedesk/domain/fields/check-rules'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'

const optionMessages: Record<OptionProblem['problem'], string> = {
  none: 'A choice needs options.',
  not_wanted: 'Only choices and trees have options.',
  repeated: 'The id is there already.',
  taken: 'There is an option of that name beside it.',
  no_tree: 'Only options of a tree lie below others.',
  parent_behind: 'The option above it has to stand before it.',
  too_deep: 'The tree is too deep.',
}
const ruleMessages: Record<RuleProblem['problem'], string> = {
  unknown_field: 'There is no such field.',
  unknown_priority: 'There is no such priority.',
  unknown_option: 'The field has no such option.',
  wrong_value: 'The field cannot hold that.',
  itself: 'A field cannot wait for itself.',
  circle: 'The fields wait for one another in a circle.',
  values: 'Asking for a value needs one, asking for emptiness none.',
}

/**
 * Refuses options that make no list or tree, a range that is none or of no number, and rules that speak of what is not
 * there. `others` are all fields but this one.
 */
export async function requireFieldShape(tx: Tx, field: CustomField, others: readonly CustomField[]): Promise<void> {
  requireOptions(field)
  requireRange(field)
  await requireTypes(tx, field.rules.typeIds ?? [])
  const priorityIds = await findPriorityIds(tx)
  const problems = checkRules(field, { fields: [...others, field], priorityIds })
  if (problems.length > 0)
    throw refusal(
      'rule_refused',
      problems.map(({ at, problem }) => ({
        pointer: `/body/rules/${at}`,
        code: problem,
        message: ruleMessages[problem],
      })),
    )
}

/** Refuses with `still_in_use` what would leave another field with rules that cannot be answered any more. */
export async function requireOthersAnswered(tx: Tx, field: CustomField, others: readonly CustomField[]): Promise<void> {
  const priorityIds = await findPriorityIds(tx)
  const broken = others.find((other) => checkRules(other, { fields: [...others, field], priorityIds }).length > 0)
  if (broken !== undefined) throw new Refusal('still_in_use', { detail: `The rules of “${broken.name}” ask for it.` })
}

async function findPriorityIds(tx: Tx): Promise<ReadonlySet<string>> {
  const priorities = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM priority`)
  return new Set(priorities.map(({ id }) => id))
}

function requireOptions({ kind, options }: CustomField): void {
  const wrong = checkOptions(kind, options)
  if (wrong === null) return
  const pointer = wrong.at === null ? '/body/options' : `/body/options/${String(wrong.at)}`
  const isTaken = wrong.problem === 'taken' || wrong.problem === 'repeated'
  throw refusal(isTaken ? 'conflict' : 'invalid_request', [
    { pointer, code: wrong.problem, message: optionMessages[wrong.problem] },
  ])
}

function requireRange({ kind, range }: CustomField): void {
  if (range === null) return
  if (kind !== 'number')
    throw refusal('invalid_request', [
      { pointer: '/body/range', code: 'not_wanted', message: 'Only numbers have a range.' },
    ])
  if (range.min !== null && range.max !== null && range.min > range.max)
    throw refusal('invalid_request', [
      { pointer: '/body/range/max', code: 'before_start', message: 'Must not be less than the least.' },
    ])
}

/** Types that take no new cases may stay in rules. */
async function requireTypes(tx: Tx, typeIds: readonly string[]): Promise<void> {
  if (typeIds.length === 0) return
  const found = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM case_type WHERE id = ANY(${typeIds}::uuid[])`)
  const known = new Set(found.map(({ id }) => id))
  const at = typeIds.findIndex((id) => !known.has(id))
  if (at >= 0) throw refusedReference(`/body/rules/typeIds/${String(at)}`, 'The case type does not exist.')
}

function refusal(code: RefusalCode, fields: FieldProblem[]): Refusal {
  return new Refusal(code, { fields, ...(fields[0] !== undefined && { detail: fields[0].message }) })
}
