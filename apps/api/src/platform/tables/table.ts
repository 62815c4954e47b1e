import { amountText } from '@timedesk/domain/money/money'

/**
 * What a column holds: text; a whole number; an amount in minor units; a decimal as text; a day `YYYY-MM-DD`; or a
 * moment as ISO text in UTC.
 */
export type ColumnKind = 'text' | 'integer' | 'amount' | 'decimal' | 'day' | 'instant'

export type Column = {
  /** Names the value in XML and JSON. */
  key: string
  /** Heads the column in CSV and in a spreadsheet. */
  header: string
  kind: ColumnKind
}

/** By its column's kind a text or a number; null where there is nothing. */
export type Cell = string | number | null

/** Rows of one shape, in batches, so that a million of them never lie in memory at once. */
export type Table = {
  /** Names the file and the sheet. */
  name: string
  /** Names a row in XML. */
  rowName: string
  columns: readonly Column[]
  batches: AsyncIterable<readonly (readonly Cell[])[]>
}

export const tableFormats = {
  csv: { contentType: 'text/csv; charset=utf-8', extension: 'csv' },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  xml: { contentType: 'application/xml; charset=utf-8', extension: 'xml' },
  json: { contentType: 'application/json; charset=utf-8', extension: 'json' },
} as const
export type TableFormat = keyof typeof tableFormats

/** A cell as plain text: amounts with two decimals and a point. Empty where there is nothing. */
export function textOfCell(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return ''
  return kind === 'amount' && typeof cell === 'number' ? amountText(cell) : String(cell)
}

/** Rows that lie in memory already, as a table's. */
export async function* oneBatch(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly (readonly Cell[])[]> {
  yield await Promise.resolve(rows)
}

const BATCH_ROWS = 500

/** Reads rows batch by batch until one is not full; `read` begins after the row that it is given. */
export async function* inBatches<Row>(
  read: (after: Row | null, limit: number) => Promise<Row[]>,
  cellsOf: (row: Row) => Cell[],
  limit = BATCH_ROWS,
): AsyncGenerator<Cell[][]> {
  let after: Row | null = null
  for (;;) {
    const rows: Row[] = await read(after, limit)
    if (rows.length > 0) yield rows.map(cellsOf)
    after = rows.at(-1) ?? null
    if (rows.length < limit) return
  }
}
