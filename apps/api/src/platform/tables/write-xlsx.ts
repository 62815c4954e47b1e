import { PassThrough, Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import {
  contentTypesXml,
  packageXml,
  sheetHead,
  SHEET_FOOT,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
} from './book-parts.ts'
import { columnLetters, HEADER_STYLE, sheetCell, textCell } from './sheet-cells.ts'
import type { Cell, Table } from './table.ts'

/** As many as a sheet of Excel has, header included; what is more goes on in another sheet. */
const SHEET_ROWS_MAX = 1_048_576

/** Rows that are written at once. */
const CHUNK_ROWS = 100

type Rows = readonly (readonly Cell[])[]

/**
 * A table as a workbook of Excel, written while it is read: it is never in memory as a whole. Whoever stops reading
 * stops it; a fault of the rows breaks the stream.
 */
export function writeXlsx(table: Table, sheetRowsMax = SHEET_ROWS_MAX): Readable {
  const zip = new yazl.ZipFile()
  const output = new PassThrough()
  const fail = (error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error('The workbook could not be written'))
  }
  zip.on('error', fail)
  pipeline(zip.outputStream, output).catch(fail)
  const sheetWriter = (rows: AsyncGenerator<string>) => {
    const sheet = Readable.from(rows, { highWaterMark: 1 })
    output.once('close', () => sheet.destroy())
    return sheet
  }
  fill(zip, table, { sheetRowsMax, sheetWriter }).catch(fail)
  return output
}

type Filling = { sheetRowsMax: number; sheetWriter: (rows: AsyncGenerator<string>) => Readable }

async function fill(zip: yazl.ZipFile, table: Table, { sheetRowsMax, sheetWriter }: Filling): Promise<void> {
  const source = openSource(table.batches[Symbol.asyncIterator]())
  const sheets: number[] = []
  do {
    sheets.push(sheets.length + 1)
    const sheet = sheetWriter(sheetText(table, source, sheetRowsMax))
    zip.addReadStream(sheet, `xl/worksheets/sheet${String(sheets.length)}.xml`)
    await finished(sheet)
  } while (await source.hasMore())
  const parts = {
    'xl/workbook.xml': workbookXml(table.name, sheets),
    'xl/_rels/workbook.xml.rels': workbookRelationsXml(sheets),
    'xl/styles.xml': stylesXml,
    '_rels/.rels': packageXml,
    '[Content_Types].xml': contentTypesXml(sheets),
  }
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
}

type Source = { take: (max: number) => Promise<Rows>; hasMore: () => Promise<boolean> }

/** Hands out rows a batch at a time, and what a sheet had no room for again. */
function openSource(batches: AsyncIterator<Rows>): Source {
  let held: Rows = []
  async function hold(): Promise<boolean> {
    while (held.length === 0) {
      const next = await batches.next()
      if (next.done === true) return false
      held = next.value
    }
    return true
  }
  return {
    hasMore: hold,
    async take(max) {
      if (!(await hold())) return []
      const taken = held.slice(0, max)
      held = held.slice(max)
      return taken
    },
  }
}

async function* sheetText({ columns }: Table, source: Source, rowsMax: number): AsyncGenerator<string> {
  const letters = columns.map((_, at) => columnLetters(at))
  const header = columns.map((column, at) => textCell(`${letters[at] ?? ''}1`, column.header, HEADER_STYLE))
  yield `${sheetHead(columns.map(({ kind }) => kind))}<row r="1">${header.join('')}</row>`
  for (let last = 1; last < rowsMax;) {
    const rows = await source.take(Math.min(CHUNK_ROWS, rowsMax - last))
    if (rows.length === 0) break
    const first = last + 1
    yield rows
      .map((row, index) => {
        const number = String(first + index)
        const cells = columns.map(({ kind }, at) => sheetCell(`${letters[at] ?? ''}${number}`, row[at] ?? null, kind))
        return `<row r="${number}">${cells.join('')}</row>`
      })
      .join('')
    last += rows.length
  }
  yield SHEET_FOOT
}
