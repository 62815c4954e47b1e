import type { DocumentLine, DocumentTotals, InvoiceDocument } from '@timedesk/domain/invoicing/document'
import { formatAmount, formatPercent, formatPeriod, formatPriceBase, formatQuantity } from './format.ts'
import { ACCENT, BOTTOM, LEFT, RIGHT, styles, TOP, type Place, type Sheet, type Style } from './sheet.ts'
import { wordsOf } from './words.ts'

const GAP = 10
const PADDING = 4.5
const HEADER_HEIGHT = 20
/** What a page has for lines. */
const PAGE_ROOM = BOTTOM - TOP - styles.label.leading - HEADER_HEIGHT
/** A line that no page holds begins where at least so much of it fits. */
const SPLIT_ROOM_MIN = 80

/** A column at the right of the description; its cells may have a second row in small. */
type Column = {
  head: string
  width: number
  cell: (line: DocumentLine, net: number) => { text: string; below?: string }
}

type Placed = Column & { x: number }

type Table = { document: InvoiceDocument; columns: readonly Placed[]; textWidth: number }

/** The lines as a table, whose head stands on every page that it goes on to. A line stays whole where it can. */
export function drawLines(sheet: Sheet, document: InvoiceDocument, totals: DocumentTotals): void {
  const columns = placed(columnsOf(document, totals))
  const textWidth = (columns[0]?.x ?? RIGHT) - LEFT - GAP
  const table = { document, columns, textWidth }
  sheet.inside('Table', () => {
    if (!sheet.hasRoomFor(HEADER_HEIGHT * 3)) sheet.addPage()
    sheet.inside('TR', () => {
      drawHeader(sheet, table, (rows, place) => {
        sheet.inside('TH', () => {
          sheet.writeRows(rows, styles.heading, place)
        })
      })
    })
    ruleBelowHead(sheet)
    for (const [index, line] of document.lines.entries()) {
      sheet.inside('TR', () => {
        drawLine(sheet, table, { line, net: totals.lineNets[index] ?? 0 })
      })
    }
  })
}

function columnsOf(document: InvoiceDocument, { breakdown }: DocumentTotals): Column[] {
  const { language, currency, lines } = document
  const words = wordsOf(document)
  const amount = (minor: number) => formatAmount(minor, language)
  const discount: Column = {
    head: words.lineDiscount,
    width: 52,
    cell: ({ allowance }) => ({ text: allowance === 0 ? '' : amount(-allowance) }),
  }
  const vat: Column = {
    head: words.vat,
    width: 36,
    cell: ({ vatRate, vatCategory }) => ({ text: vatCategory === 'O' ? '–' : formatPercent(vatRate, language) }),
  }
  return [
    {
      head: words.quantity,
      width: 52,
      cell: ({ quantity, unit }) => ({ text: formatQuantity(quantity, unit, language) }),
    },
    {
      head: words.price,
      width: 62,
      cell: ({ unitPrice, baseQuantity, unit }) => ({
        text: amount(unitPrice),
        below: formatPriceBase(baseQuantity, unit, language),
      }),
    },
    ...(lines.some(({ allowance }) => allowance !== 0) ? [discount] : []),
    ...(breakdown.length > 1 ? [vat] : []),
    { head: `${words.amount} ${currency}`, width: 80, cell: (_, net) => ({ text: amount(net) }) },
  ]
}

/** Columns side by side, the last at the right margin. */
function placed(columns: readonly Column[]): Placed[] {
  let x = RIGHT
  return columns
    .toReversed()
    .map((column) => {
      x -= column.width
      return { ...column, x }
    })
    .toReversed()
}

type WriteHead = (rows: readonly string[], place: Place) => void

function drawHeader(sheet: Sheet, { document, columns, textWidth }: Table, write: WriteHead): void {
  const y = sheet.y + 4
  const heads = [{ head: wordsOf(document).description, x: LEFT, width: textWidth, align: 'left' } as const, ...columns]
  for (const { head, x, width, ...rest } of heads) {
    write(sheet.wrap(head, styles.heading, width), { x, y, width, align: 'right', ...rest })
  }
  sheet.y += HEADER_HEIGHT
}

/** Goes on to the next page, with the head once more for those who see it. */
function startPage(sheet: Sheet, table: Table): void {
  sheet.addPage()
  sheet.decorate(() => {
    drawHeader(sheet, table, (rows, place) => {
      sheet.drawRows(rows, styles.heading, place)
    })
  })
  ruleBelowHead(sheet)
}

function ruleBelowHead(sheet: Sheet): void {
  sheet.rule(sheet.y, { color: ACCENT, width: 1 })
}

type PlacedLine = { line: DocumentLine; net: number }
type Row = { text: string; style: Style }

function drawLine(sheet: Sheet, table: Table, placedLine: PlacedLine): void {
  const rows = rowsOf(sheet, table, placedLine.line)
  const textHeight = rows.reduce((sum, { style }) => sum + style.leading, 0)
  const height = Math.max(textHeight, heightOfCells(table, placedLine)) + 2 * PADDING
  const isSplit = height > PAGE_ROOM && sheet.hasRoomFor(SPLIT_ROOM_MIN)
  if (!sheet.hasRoomFor(height) && !isSplit) startPage(sheet, table)

  sheet.y += PADDING
  const top = sheet.y
  let rest = writeRows(sheet, rows, table.textWidth)
  drawCells(sheet, table.columns, { ...placedLine, top })
  sheet.y = Math.max(sheet.y, top + heightOfCells(table, placedLine))
  while (rest.length > 0) {
    startPage(sheet, table)
    sheet.y += PADDING
    rest = writeRows(sheet, rest, table.textWidth)
  }
  sheet.y += PADDING
  sheet.rule(sheet.y)
}

/** What a line says, row by row: its text, and in small what is behind it. */
function rowsOf(sheet: Sheet, { document, textWidth }: Table, line: DocumentLine): Row[] {
  const { language } = document
  const words = wordsOf(document)
  const reason = line.allowance > 0 ? words.lineDiscount : words.supplement
  const period = line.period === null ? '' : formatPeriod(line.period, language)
  const together = sheet.wrap(
    [line.description, period].filter((text) => text.trim() !== '').join(' · '),
    styles.detail,
    textWidth,
  )
  const details = [
    ...(together.length > 1 ? [line.description, period] : together),
    line.allowance === 0 || line.allowanceReason.trim() === '' ? '' : `${reason}: ${line.allowanceReason}`,
  ]
  const rowsIn = (text: string, style: Style) => sheet.wrap(text, style, textWidth).map((row) => ({ text: row, style }))
  return [...rowsIn(line.text, styles.body), ...details.flatMap((detail) => rowsIn(detail, styles.detail))]
}

/** Writes as many rows as the page has room for; gives those that are left. */
function writeRows(sheet: Sheet, rows: readonly Row[], width: number): readonly Row[] {
  let written = 0
  sheet.inside('TD', () => {
    for (const { text, style } of rows) {
      if (!sheet.hasRoomFor(style.leading)) return
      sheet.y = sheet.writeRows([text], style, { x: LEFT, y: sheet.y, width })
      written += 1
    }
  })
  return rows.slice(written)
}

function drawCells(sheet: Sheet, columns: readonly Placed[], { line, net, top }: PlacedLine & { top: number }): void {
  for (const { cell, x, width } of columns) {
    const { text, below = '' } = cell(line, net)
    sheet.inside('TD', () => {
      const y = sheet.write(text, styles.body, { x, y: top, width, align: 'right' })
      sheet.write(below, styles.detail, { x, y, width, align: 'right' })
    })
  }
}

function heightOfCells({ columns }: Table, { line, net }: PlacedLine): number {
  const hasTwoRows = columns.some(({ cell }) => (cell(line, net).below ?? '') !== '')
  return styles.body.leading + (hasTwoRows ? styles.detail.leading : 0)
}
