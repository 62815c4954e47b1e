import type { ImportMapping } from '@timedesk/contracts/imports'
import { isTimeZone } from '../time/zone.ts'
import { columnsByName } from './headers.ts'
import { PLACEHOLDER, createRowMapper, importFields, isField } from './map-row.ts'
import type { RowMapper } from './map-row.ts'
import { isTimeFormat } from './time-format.ts'

export type MappingProblem = {
  code: 'unknown_column' | 'unknown_zone' | 'unreadable_format'
  /** JSON pointer into the mapping. */
  pointer: string
  value: string
}

export type FittedMapping = { ok: true; mapRow: RowMapper } | { ok: false; problems: MappingProblem[] }

/**
 * Fits a mapping to the headers of a file, once, and gives the function that reads its rows.
 * Everything that does not fit is told at once.
 */
export function fitMapping(mapping: ImportMapping, headers: readonly string[]): FittedMapping {
  const columns = columnsByName(headers)
  const problems = [...findMissingColumns(mapping, columns), ...findTimeProblems(mapping)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, mapRow: createRowMapper(mapping, columns) }
}

function findMissingColumns(mapping: ImportMapping, columns: ReadonlyMap<string, number>): MappingProblem[] {
  return namedColumns(mapping)
    .filter(({ value }) => !columns.has(value))
    .map(({ pointer, value }) => ({ code: 'unknown_column', pointer, value }))
}

function findTimeProblems({ event: { at } }: ImportMapping): MappingProblem[] {
  const problems: MappingProblem[] = []
  if (!isTimeFormat(at.format)) {
    problems.push({ code: 'unreadable_format', pointer: '/event/at/format', value: at.format })
  }
  if (!isTimeZone(at.zone)) problems.push({ code: 'unknown_zone', pointer: '/event/at/zone', value: at.zone })
  return problems
}

function namedColumns({ case: fields, event }: ImportMapping): { pointer: string; value: string }[] {
  const named = [
    { pointer: '/case/key', value: fields.key },
    { pointer: '/event/activity/column', value: event.activity.column },
    { pointer: '/event/at/column', value: event.at.column },
    { pointer: '/event/actor/column', value: event.actor.column },
  ]
  if (event.text !== undefined) named.push({ pointer: '/event/text/column', value: event.text.column })
  for (const field of importFields) {
    const column = fields[field]?.column
    if (column !== undefined) named.push({ pointer: `/case/${field}/column`, value: column })
  }
  for (const [index, tag] of fields.tags.entries()) {
    named.push({ pointer: `/case/tags/${String(index)}/column`, value: tag.column })
  }
  for (const match of fields.subject.matchAll(PLACEHOLDER)) {
    const name = match[1] ?? ''
    if (name !== 'key' && !isField(name)) named.push({ pointer: '/case/subject', value: name })
  }
  return named
}
