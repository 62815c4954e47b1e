import type { Condition, ConditionOperator } from '@timedesk/contracts/conditions'
import type { FieldKind } from '@timedesk/contracts/custom-fields'
import { Day } from '@timedesk/contracts/primitives'
import type { FieldProblem } from '@timedesk/contracts/refusal'
import { clockMinutes } from '../calendar/clock.ts'
import { statusCategories } from '../helpdesk/status.ts'
import { customFieldOf } from './custom-field-of.ts'

/** What the values of a field are: an id of something, a text, or one of the listed words. */
type Kind = {
  ops: readonly ConditionOperator[]
  isValue: (value: string) => boolean
}

const ONE_OF: readonly ConditionOperator[] = ['is', 'isNot']
const MAYBE: readonly ConditionOperator[] = ['is', 'isNot', 'isEmpty', 'isNotEmpty']
const TEXT: readonly ConditionOperator[] = ['is', 'isNot', 'contains', 'isEmpty', 'isNotEmpty']
const RANGE: readonly ConditionOperator[] = ['is', 'isNot', 'between', 'isEmpty', 'isNotEmpty']

const isId = (value: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value)
const isText = (value: string) => value.trim() !== ''
const isDay = (value: string) => Day.safeParse(value).success
const isNumber = (value: string) => /^-?\d{1,15}(?:\.\d{1,9})?$/u.test(value)
const isClock = (value: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u.test(value)
const isOneOf = (words: readonly string[]) => (value: string) => words.includes(value)

const kinds: Record<string, Kind> = {
  type: { ops: MAYBE, isValue: isId },
  customer: { ops: ONE_OF, isValue: isId },
  agreement: { ops: MAYBE, isValue: isId },
  priority: { ops: ONE_OF, isValue: isId },
  product: { ops: TEXT, isValue: isText },
  words: { ops: ['contains'], isValue: isText },
  department: { ops: ONE_OF, isValue: isId },
  responsible: { ops: MAYBE, isValue: isId },
  status: { ops: ONE_OF, isValue: isId },
  category: { ops: ONE_OF, isValue: isOneOf(statusCategories) },
  language: { ops: ONE_OF, isValue: isOneOf(['en', 'da']) },
  hour: { ops: ['between'], isValue: isClock },
  weekday: { ops: ONE_OF, isValue: isOneOf(['1', '2', '3', '4', '5', '6', '7']) },
  via: { ops: ONE_OF, isValue: isOneOf(['desk', 'extranet', 'api', 'import', 'mail', 'recurring']) },
  tag: { ops: MAYBE, isValue: isText },
}

const kindsOfFields: Record<FieldKind, Kind> = {
  text: { ops: TEXT, isValue: isText },
  number: { ops: RANGE, isValue: isNumber },
  date: { ops: RANGE, isValue: isDay },
  choice: { ops: MAYBE, isValue: isId },
  tree: { ops: MAYBE, isValue: isId },
  contact: { ops: MAYBE, isValue: isId },
  checkbox: { ops: ONE_OF, isValue: isOneOf(['true', 'false']) },
}

/** The operators that may ask about a field of the case; the apps offer these. */
export function operatorsOf(field: string, fieldKind?: FieldKind): readonly ConditionOperator[] {
  return kindOf(field, fieldKind)?.ops ?? []
}

/**
 * What is wrong with conditions, before anybody saves them: operators that say nothing about their field, values that
 * are missing, too many or of another kind. `fieldKinds` holds the kind of each custom field by its id; whether the
 * ids exist is for the caller to find out. `pointer` is where the list stands in the request.
 */
export function checkConditions(
  conditions: readonly Condition[],
  fieldKinds: ReadonlyMap<string, FieldKind>,
  pointer: string,
): FieldProblem[] {
  return conditions.flatMap((condition, place) => {
    const problem = problemOf(condition, fieldKinds.get(customFieldOf(condition.field) ?? ''))
    return problem === null ? [] : [{ ...problem, pointer: `${pointer}/${String(place)}${problem.pointer}` }]
  })
}

function kindOf(field: string, fieldKind: FieldKind | undefined): Kind | null {
  if (customFieldOf(field) === null) return kinds[field] ?? null
  return fieldKind === undefined ? null : kindsOfFields[fieldKind]
}

function problemOf({ field, op, values }: Condition, fieldKind: FieldKind | undefined): FieldProblem | null {
  const kind = kindOf(field, fieldKind)
  if (kind === null) return { pointer: '/field', code: 'unusable', message: 'There is no such field.' }
  if (!kind.ops.includes(op))
    return { pointer: '/op', code: 'operator_refused', message: 'This field cannot be asked like that.' }
  if (op === 'isEmpty' || op === 'isNotEmpty')
    return values.length === 0 ? null : { pointer: '/values', code: 'value_refused', message: 'It takes no values.' }
  if (values.length === 0) return { pointer: '/values', code: 'required', message: 'Name at least one value.' }
  const wrong = values.findIndex((value) => !kind.isValue(value))
  if (wrong !== -1)
    return { pointer: `/values/${String(wrong)}`, code: 'value_refused', message: 'This field has no such value.' }
  if (op === 'between' && !isRange(field, values))
    return { pointer: '/values', code: 'range_refused', message: 'Name two values, the lower one first.' }
  return null
}

/** Hours may run past midnight; the rest goes upwards. */
function isRange(field: string, [from = '', to = '', ...others]: readonly string[]): boolean {
  if (others.length > 0 || to === '') return false
  if (field === 'hour') return clockMinutes(from) !== clockMinutes(to)
  return isNumber(from) && isNumber(to) ? Number(from) <= Number(to) : from <= to
}
