import { createHash } from 'node:crypto'
import type { ImportMapping, ImportRowRefusal } from '@timedesk/contracts/imports'
import { LINE_LENGTH_MAX, MESSAGE_LENGTH_MAX, NAME_LENGTH_MAX } from '@timedesk/contracts/limits'
import { columnsByName } from '@timedesk/domain/import/headers'
import { importFields, type ImportedRow, type RefusedRow } from '@timedesk/domain/import/map-row'
import { readCsv, UnreadableFileError, type CsvRow, type CsvSource } from './read-csv.ts'
import { fitToHeaders } from './read-mapping.ts'

/**
 * As much of a file as is held in memory at a time. A larger file is read several times, each time for another share
 * of its cases, so that the rows of a case may stand anywhere in it.
 */
const SHARE_BYTES_MAX = 32 * 1024 * 1024
const REFUSED_AT_ONCE_MAX = 1_000
const REFUSED_VALUE_LENGTH_MAX = 200

/** A row, and what it is known by in its case, in this file and the next. */
export type SourceRow = ImportedRow & { identity: string }

/** A case with all its rows, in the order of the file. */
export type SourceCase = { key: string; rows: SourceRow[] }

export type Share = {
  cases: SourceCase[]
  /** Rows that were refused in this share. */
  refused: number
}

export type Gathering = {
  source: CsvSource
  mapping: ImportMapping
  /** Names of the priorities that cases may have. */
  priorities: ReadonlySet<string>
  refuse: (rows: RefusedRow[]) => Promise<void>
  shareBytesMax?: number
}

/**
 * Reads a file share by share and gives the cases of each, always in the same order. Refused rows are told on the way.
 * Throws an UnreadableFileError for what is no CSV, and refuses a mapping that does not fit with `mapping_refused`.
 */
export async function* gatherCases(gathering: Gathering): AsyncGenerator<Share> {
  const shares = Math.max(1, Math.ceil((await sizeOf(gathering.source)) / (gathering.shareBytesMax ?? SHARE_BYTES_MAX)))
  for (let share = 0; share < shares; share += 1) {
    yield await gatherShare(gathering, (key) => shares === 1 || shareOf(key, shares) === share)
  }
}

async function gatherShare(gathering: Gathering, isMine: (key: string) => boolean): Promise<Share> {
  const { source, mapping, priorities, refuse } = gathering
  const rows = readCsv(source, mapping)
  const headers = await rows.next()
  if (headers.done === true) throw new UnreadableFileError('The file is empty.')
  const columns = columnsByName(headers.value.cells)
  const mapRow = fitToHeaders(mapping, headers.value.cells)
  const keyIndex = columns.get(mapping.case.key) ?? -1
  const identify = createIdentifier(mapping, columns)

  const cases = new Map<string, SourceCase>()
  let waiting: RefusedRow[] = []
  let refused = 0
  for await (const row of rows) {
    if (!isMine(row.cells[keyIndex]?.trim() ?? '')) continue
    const mapped = mapRow(row.cells, row.line)
    const refusal = mapped.ok ? findRefusal(row, mapped.row, mapping, priorities) : mapped.refused
    if (mapped.ok && refusal === null) {
      const known = cases.get(mapped.row.key) ?? { key: mapped.row.key, rows: [] }
      cases.set(known.key, known)
      known.rows.push({ ...mapped.row, identity: identify(row.cells, mapped.row) })
    } else if (refusal !== null) {
      refused += 1
      waiting.push({ ...refusal, value: refusal.value === null ? null : shown(refusal.value) })
    }
    if (waiting.length < REFUSED_AT_ONCE_MAX) continue
    await refuse(waiting)
    waiting = []
  }
  if (waiting.length > 0) await refuse(waiting)
  return { cases: [...cases.values()], refused }
}

/** A row is known by when, what, who and its words, as the source has them. */
function createIdentifier(mapping: ImportMapping, columns: ReadonlyMap<string, number>) {
  const { activity, actor, text } = mapping.event
  const indexes = [activity.column, actor.column, text?.column].map((column) => columns.get(column ?? '') ?? -1)
  return (cells: readonly string[], { at }: ImportedRow) =>
    JSON.stringify([at.toISOString(), ...indexes.map((index) => cells[index]?.trim() ?? '')])
}

/** What the mapping would take and the database would not. */
function findRefusal(
  { cells, line }: CsvRow,
  row: ImportedRow,
  mapping: ImportMapping,
  priorities: ReadonlySet<string>,
): RefusedRow | null {
  const refusal = (reason: ImportRowRefusal, column: string | null, value: string | null) => ({
    line,
    reason,
    column,
    value,
  })
  const unstorable = cells.find((cell) => cell.includes('\u0000'))
  if (unstorable !== undefined) return refusal('unstorable_text', null, unstorable)
  const { priority } = row.fields
  if (priority !== null && !priorities.has(priority))
    return refusal('unknown_priority', mapping.case.priority?.column ?? null, priority)
  if (row.key.length > NAME_LENGTH_MAX) return refusal('value_too_long', mapping.case.key, row.key)
  for (const field of importFields) {
    const value = row.fields[field]
    if (value !== null && value.length > NAME_LENGTH_MAX)
      return refusal('value_too_long', mapping.case[field]?.column ?? null, value)
  }
  if ((row.actor?.length ?? 0) > NAME_LENGTH_MAX)
    return refusal('value_too_long', mapping.event.actor.column, row.actor)
  if (row.activity.length > LINE_LENGTH_MAX)
    return refusal('value_too_long', mapping.event.activity.column, row.activity)
  if ((row.text?.length ?? 0) > MESSAGE_LENGTH_MAX)
    return refusal('value_too_long', mapping.event.text?.column ?? null, row.text)
  return null
}

function shown(value: string): string {
  return value.replaceAll('\u0000', '␀').slice(0, REFUSED_VALUE_LENGTH_MAX)
}

function shareOf(key: string, shares: number): number {
  return createHash('md5').update(key).digest().readUInt32BE(0) % shares
}

async function sizeOf(source: CsvSource): Promise<number> {
  let size = 0
  for await (const chunk of (await source()) as AsyncIterable<Buffer>) size += chunk.length
  return size
}
