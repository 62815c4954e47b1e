import type { Condition } from '@timedesk/contracts/conditions'
import { clockMinutes } from '../calendar/clock.ts'
import { customFieldOf } from './custom-field-of.ts'
import { foldText } from './facts.ts'
import type { CaseFacts, ClockMoment, FactValue } from './facts.ts'

export type Match = {
  matches: boolean
  /** The conditions that do not hold, by their place from 0. */
  failed: number[]
}

/**
 * Whether all conditions hold for a case, and which do not. No conditions always match. What a condition cannot ask of
 * a field, `checkConditions` refuses when it is saved; here it does not hold.
 */
export function matchConditions(conditions: readonly Condition[], facts: CaseFacts): Match {
  const failed = conditions.flatMap((condition, place) => (holds(condition, facts) ? [] : [place]))
  return { matches: failed.length === 0, failed }
}

function holds({ field, op, values }: Condition, facts: CaseFacts): boolean {
  if (field === 'words') return op === 'contains' && containsAny(facts.foldedWords, values)
  if (field === 'hour') return op === 'between' && isWithinHours(facts.clock, values)
  const fact = factOf(field, facts)
  switch (op) {
    case 'is':
      return isAny(fact, values)
    case 'isNot':
      return !isAny(fact, values)
    case 'contains':
      return typeof fact === 'string' && containsAny(foldText(fact), values)
    case 'isEmpty':
      return isEmpty(fact)
    case 'isNotEmpty':
      return !isEmpty(fact)
    case 'between':
      return isBetween(fact, values)
  }
}

function factOf(field: Condition['field'], facts: CaseFacts): FactValue {
  const fieldId = customFieldOf(field)
  if (fieldId !== null) return facts.fields[fieldId] ?? null
  switch (field) {
    case 'type':
      return facts.typePath
    case 'customer':
      return facts.customerId
    case 'agreement':
      return facts.agreementIds
    case 'priority':
      return facts.priorityId
    case 'product':
      return facts.product
    case 'department':
      return facts.departmentPath
    case 'responsible':
      return facts.responsibleId
    case 'status':
      return facts.statusId
    case 'category':
      return facts.category
    case 'language':
      return facts.language
    case 'weekday':
      return String(facts.clock.weekday)
    case 'via':
      return facts.via
    case 'tag':
      return facts.tags
    default:
      return null
  }
}

function isAny(fact: FactValue, values: readonly string[]): boolean {
  if (fact === null) return false
  if (typeof fact === 'number') return values.some((value) => Number(value) === fact)
  const wanted = new Set(values.map(foldText))
  const held = typeof fact === 'object' ? fact : [String(fact)]
  return held.some((one) => wanted.has(foldText(one)))
}

function isEmpty(fact: FactValue): boolean {
  return fact === null || fact === '' || (typeof fact === 'object' && fact.length === 0)
}

function containsAny(folded: string, values: readonly string[]): boolean {
  return values.some((value) => folded.includes(foldText(value)))
}

/** Numbers as numbers; days, which compare as texts. */
function isBetween(fact: FactValue, [from = '', to = '']: readonly string[]): boolean {
  if (typeof fact === 'number') return fact >= Number(from) && fact <= Number(to)
  return typeof fact === 'string' && fact >= from && fact <= to
}

/** From the first hour up to the second; past midnight when the second comes earlier in the day. */
function isWithinHours({ minutes }: ClockMoment, [from = '', to = '']: readonly string[]): boolean {
  const start = clockMinutes(from)
  const end = clockMinutes(to)
  return start <= end ? minutes >= start && minutes < end : minutes >= start || minutes < end
}
