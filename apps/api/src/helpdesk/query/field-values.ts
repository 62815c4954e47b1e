import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { formatValue } from '@timedesk/domain/query/format-query'
import { fieldOfKey } from '@timedesk/domain/query/query-keys'
import { isDay } from '@timedesk/domain/query/moments'
import { nearestFirst } from '@timedesk/domain/query/nearest-first'
import type { QueryProblemCode, QueryValue } from '@timedesk/domain/query/query'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { findByNames, isId } from './find-by-names.ts'
import { idsCalled } from './ids-called.ts'
import { nameSources } from './name-sources.ts'

const NUMBER = /^-?\d{1,15}(?:\.\d{1,9})?$/u

/** The field that a key asks about, by its key or its id. */
export function fieldOf(fields: readonly CustomField[], key: string): CustomField | undefined {
  const wanted = fieldOfKey(key)
  return fields.find((field) => field.key === wanted || field.id === wanted)
}

/** How a value of a field is written: an option by its label where that is read as it, anything else as it is. */
export function labelOf({ options }: CustomField, text: string): string {
  const option = options.find(({ id }) => id === text)
  if (option === undefined) return text
  const meant = optionsCalled(options, option.label)
  return meant.length === 1 && option.label.toLowerCase() !== 'none' ? option.label : text
}

function optionsCalled(options: CustomField['options'], text: string): CustomField['options'] {
  const folded = text.toLowerCase()
  const isCalled = (label: string | null) => label?.toLowerCase() === folded
  return options.filter(({ id, label, labelDa }) => id === text || isCalled(label) || isCalled(labelDa))
}

/** What is wrong with a value of a field. */
export type FieldProblem = { code: QueryProblemCode; expected: string[] }

/** The values that a field is asked for, with the ids of what was named; or what is wrong with it. */
export async function fieldValues(
  reader: Reader,
  actor: StaffActor,
  { kind, options }: CustomField,
  value: QueryValue,
): Promise<QueryValue[] | FieldProblem> {
  if (value.kind === 'is' && value.text === 'none') return [value]
  if (kind === 'number') return checked(value, (text) => NUMBER.test(text), 'number_refused', ['5', '1..10', '>3'])
  if (kind === 'date') return checked(value, isDay, 'moment_refused', ['2026-03-02', '2026-03-01..2026-03-31'])
  if (value.kind !== 'is') return { code: 'range_refused', expected: [] }
  const { text } = value
  switch (kind) {
    case 'checkbox': {
      const isKnown = text === 'true' || text === 'false'
      return isKnown ? [value] : { code: 'value_unknown', expected: ['true', 'false'] }
    }
    case 'contact':
      return isId(text) ? [value] : contactsCalled(reader, actor, text)
    case 'choice':
    case 'tree':
      return named(
        optionsCalled(options, text).map(({ id }) => id),
        nearestFirst(
          text,
          options.map(({ label }) => label),
        ).map(formatValue),
      )
    case 'text':
      return [value]
  }
}

async function contactsCalled(reader: Reader, actor: StaffActor, text: string): Promise<QueryValue[] | FieldProblem> {
  const exact = (await findByNames(reader, nameSources.contact, [text])).get(text) ?? []
  const ids = await idsCalled(reader, actor, { key: 'contact', text, exact })
  return 'code' in ids ? ids : named(ids, [])
}

function named(ids: readonly string[], expected: string[]): QueryValue[] | FieldProblem {
  return ids.length === 0 ? { code: 'value_unknown', expected } : ids.map((text) => ({ kind: 'is', text }))
}

function checked(
  value: QueryValue,
  isGood: (text: string) => boolean,
  code: QueryProblemCode,
  expected: string[],
): QueryValue[] | FieldProblem {
  const sides = value.kind === 'range' ? [value.from, value.to].filter((side) => side !== '') : [value.text]
  return sides.every(isGood) ? [value] : { code, expected }
}
