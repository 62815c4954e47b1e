import { textOfCell, type Cell, type Column, type Table } from './table.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet would take for a formula, were it the beginning of a cell; quotes do not keep it from that. */
const FORMULA = /^[=+\-@\t\r\n]/

/**
 * A table as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to know it by: a row of headers,
 * decimal points, and texts that cannot be formulas.
 */
export async function* writeCsv({ columns, batches }: Table): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${line(columns.map(({ header }) => quoted(header)))}`
  for await (const rows of batches)
    yield rows.map((row) => line(columns.map((column, at) => cellText(row[at] ?? null, column)))).join('')
}

function cellText(cell: Cell, { kind }: Column): string {
  const text = textOfCell(cell, kind)
  return quoted(kind === 'text' && FORMULA.test(text) ? `'${text}` : text)
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function line(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`
}
