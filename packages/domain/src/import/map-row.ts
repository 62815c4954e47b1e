import type { ImportActivity, ImportMapping, ImportRowRefusal } from '@timedesk/contracts/imports'
import { mappedReader, rawReader, readColumn } from './read-column.ts'
import type { ColumnReader } from './read-column.ts'
import { createTimeReader } from './time-format.ts'

/** The fields of a case that a mapping may fill, beside its key, subject and tags. */
export const importFields = [
  'externalReference',
  'customer',
  'contact',
  'type',
  'priority',
  'department',
  'responsible',
  'product',
  'serviceLevel',
] as const

export type ImportField = (typeof importFields)[number]
export type ImportedFields = Record<ImportField, string | null>

/** One row of the file: an event, and what the row says about its case. */
export type ImportedRow = {
  line: number
  key: string
  subject: string
  at: Date
  actor: string | null
  /** In the words that the log will show. */
  activity: string
  effect: ImportActivity
  text: string | null
  fields: ImportedFields
  tags: string[]
}

/** A row that was not taken: its line in the file, why, and which column said so. */
export type RefusedRow = {
  line: number
  reason: ImportRowRefusal
  column: string | null
  value: string | null
}

export type MappedRow = { ok: true; row: ImportedRow } | { ok: false; refused: RefusedRow }
export type RowMapper = (cells: readonly string[], line: number) => MappedRow

/** `{name}` in a template of a subject. */
export const PLACEHOLDER = /\{([^{}]+)\}/g

const PLAIN_ACTIVITY: ImportActivity = { kind: 'activity', answersCustomer: false }

type Taken = Map<string, string | null>

/**
 * Makes the function that reads the rows of a file. The mapping has to fit its columns: `fitMapping` sees to that.
 * Nothing is looked up per row but its cells, so that tens of thousands of rows take less than a second.
 */
export function createRowMapper(mapping: ImportMapping, columns: ReadonlyMap<string, number>): RowMapper {
  const readers = createReaders(mapping, columns)
  const { activity: activities, at } = mapping.event
  const effects = new Map(Object.entries(activities.table))
  const fallback = activities.unlisted === 'activity' ? PLAIN_ACTIVITY : undefined
  const readTime = createTimeReader(at.format, at.zone)

  return (cells, line) => {
    if (cells.length !== columns.size) return refuse(line, 'wrong_column_count', null, String(cells.length))

    const taken: Taken = new Map()
    for (const [name, reader] of readers) {
      const read = readColumn(reader, cells)
      if (!read.ok) return refuse(line, read.reason, read.column, read.value)
      taken.set(name, read.value)
    }

    const activity = taken.get('activity') ?? ''
    const effect = effects.get(activity) ?? fallback
    if (effect === undefined) return refuse(line, 'unlisted_activity', activities.column, activity)
    const time = taken.get('at') ?? ''
    const instant = readTime(time)
    if (instant === null) return refuse(line, 'unreadable_time', at.column, time)
    const cellOf = (column: string) => cells[columns.get(column) ?? -1]
    return { ok: true, row: buildRow(mapping, taken, { line, at: instant, effect, cellOf }) }
  }
}

function createReaders(mapping: ImportMapping, columns: ReadonlyMap<string, number>): [string, ColumnReader][] {
  const { key, tags } = mapping.case
  const { activity, at, actor, text } = mapping.event
  const readers: [string, ColumnReader][] = [
    ['key', rawReader(key, columns)],
    ['activity', rawReader(activity.column, columns)],
    ['at', rawReader(at.column, columns)],
    ['actor', mappedReader(actor, columns, { isRequired: false })],
  ]
  if (text !== undefined) readers.push(['text', mappedReader(text, columns, { isRequired: false })])
  for (const field of importFields) {
    const column = mapping.case[field]
    if (column !== undefined) readers.push([field, mappedReader(column, columns, { isRequired: field === 'customer' })])
  }
  for (const [index, tag] of tags.entries()) {
    readers.push([tagName(index), mappedReader(tag, columns, { isRequired: false })])
  }
  return readers
}

type RowFacts = {
  line: number
  at: Date
  effect: ImportActivity
  cellOf: (column: string) => string | undefined
}

function buildRow(mapping: ImportMapping, taken: Taken, { line, at, effect, cellOf }: RowFacts): ImportedRow {
  const key = taken.get('key') ?? ''
  const value = (name: string) => taken.get(name) ?? null
  const fields: ImportedFields = {
    externalReference: mapping.case.externalReference === undefined ? key : value('externalReference'),
    customer: value('customer'),
    contact: value('contact'),
    type: value('type'),
    priority: value('priority'),
    department: value('department'),
    responsible: value('responsible'),
    product: value('product'),
    serviceLevel: value('serviceLevel'),
  }
  const words = (_: string, name: string) =>
    (name === 'key' || isField(name) ? value(name) : null) ?? cellOf(name) ?? ''
  return {
    line,
    key,
    subject: mapping.case.subject.replaceAll(PLACEHOLDER, words).trim(),
    at,
    actor: value('actor'),
    activity: effect.text ?? value('activity') ?? '',
    effect,
    text: value('text'),
    fields,
    tags: mapping.case.tags.map((_, index) => value(tagName(index))).filter((tag) => tag !== null),
  }
}

/** Whether a placeholder names a field of the case instead of a column. */
export function isField(name: string): name is ImportField {
  return importFields.some((field) => field === name)
}

function tagName(index: number): string {
  return `tag ${String(index)}`
}

function refuse(line: number, reason: ImportRowRefusal, column: string | null, value: string | null): MappedRow {
  return { ok: false, refused: { line, reason, column, value } }
}
