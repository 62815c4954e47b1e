import { textOfCell, type Cell, type Column, type Table } from './table.ts'

/** A table as a JSON array of objects, a row a line: whole numbers as numbers, amounts and days as text. */
export async function* writeJson({ columns, batches }: Table): AsyncGenerator<string> {
  let separator = '[\n'
  for await (const rows of batches) {
    if (rows.length === 0) continue
    yield `${separator}${rows.map((row) => objectText(row, columns)).join(',\n')}`
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

function objectText(row: readonly Cell[], columns: readonly Column[]): string {
  const values = columns.map(({ key, kind }, at) => [key, valueOf(row[at] ?? null, kind)])
  return JSON.stringify(Object.fromEntries(values))
}

function valueOf(cell: Cell, kind: Column['kind']): Cell {
  return cell === null || kind === 'integer' ? cell : textOfCell(cell, kind)
}
