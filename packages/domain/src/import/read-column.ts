import type { ImportColumn, ImportRowRefusal } from '@timedesk/contracts/imports'

/** How one value is taken out of a row. */
export type ColumnReader = {
  column: string
  index: number
  isRequired: boolean
  convert: (raw: string) => { value: string } | { reason: ImportRowRefusal }
}

export type ReadColumn =
  { ok: true; value: string | null } | { ok: false; reason: ImportRowRefusal; column: string; value: string | null }

/** A reader that keeps what it finds. */
export function rawReader(column: string, columns: ReadonlyMap<string, number>): ColumnReader {
  return { column, index: columns.get(column) ?? -1, isRequired: true, convert: (raw) => ({ value: raw }) }
}

/** A reader that turns the source's values into ours, as the mapping of the column says. */
export function mappedReader(
  mapping: ImportColumn,
  columns: ReadonlyMap<string, number>,
  { isRequired }: { isRequired: boolean },
): ColumnReader {
  const { column, replacePrefix, unlisted } = mapping
  const values = new Map(Object.entries(mapping.values ?? {}))

  function convert(raw: string): { value: string } | { reason: ImportRowRefusal } {
    const listed = values.get(raw)
    if (listed !== undefined) return { value: listed }
    if (replacePrefix !== undefined && raw.startsWith(replacePrefix.from)) {
      return { value: replacePrefix.to + raw.slice(replacePrefix.from.length) }
    }
    return unlisted === 'keep' ? { value: raw } : { reason: 'unlisted_value' }
  }

  return { column, index: columns.get(column) ?? -1, isRequired, convert }
}

/** Reads one value of a row. An empty cell is no value, which a required column refuses. */
export function readColumn({ column, index, isRequired, convert }: ColumnReader, cells: readonly string[]): ReadColumn {
  const raw = cells[index]?.trim() ?? ''
  if (raw === '') {
    return isRequired ? { ok: false, reason: 'missing_value', column, value: null } : { ok: true, value: null }
  }
  const converted = convert(raw)
  if ('reason' in converted) return { ok: false, reason: converted.reason, column, value: raw }
  return { ok: true, value: converted.value }
}
