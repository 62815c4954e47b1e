import type { FieldValue } from '@timedesk/contracts/custom-fields'
import { addDays } from '../calendar/days.ts'
import { hasValue, optionLine, type Field } from './field.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/u
/** PostgreSQL has no year 0, and people no cases of before. */
const FIRST_DAY = '1900-01-01'

/** Why a field cannot hold a value. */
export type ValueProblem = 'wrong_kind' | 'too_small' | 'too_big' | 'too_many_decimals' | 'no_day' | 'unknown_option'

/** A value as it is stored: a text without blanks around it; null for what says nothing. */
export function storedValue(value: FieldValue): FieldValue {
  const trimmed = typeof value === 'string' ? value.trim() : value
  return hasValue(trimmed) ? trimmed : null
}

/**
 * Whether a field can hold a stored value; null: it can. Options have to be active, with all above them. Whether a
 * contact exists is for others to say.
 */
export function checkValue(field: Pick<Field, 'kind' | 'options' | 'range'>, value: FieldValue): ValueProblem | null {
  if (value === null) return null
  switch (field.kind) {
    case 'text':
    case 'contact':
      return typeof value === 'string' ? null : 'wrong_kind'
    case 'checkbox':
      return value === true ? null : 'wrong_kind'
    case 'number':
      return typeof value === 'number' ? checkNumber(field, value) : 'wrong_kind'
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : 'no_day'
    case 'choice':
    case 'tree':
      return typeof value === 'string' && isUsableOption(field, value) ? null : 'unknown_option'
  }
}

function checkNumber({ range }: Pick<Field, 'range'>, value: number): ValueProblem | null {
  if (!Number.isFinite(value)) return 'wrong_kind'
  if (range === null) return null
  if (range.min !== null && value < range.min) return 'too_small'
  if (range.max !== null && value > range.max) return 'too_big'
  return Number(value.toFixed(range.decimals)) === value ? null : 'too_many_decimals'
}

function isUsableOption({ options }: Pick<Field, 'options'>, id: string): boolean {
  const line = optionLine(options, id)
  return line.length > 0 && line.every(({ isActive }) => isActive)
}

function isDay(text: string): boolean {
  if (!DAY.test(text) || text < FIRST_DAY) return false
  try {
    return addDays(text, 0) === text
  } catch {
    return false
  }
}
