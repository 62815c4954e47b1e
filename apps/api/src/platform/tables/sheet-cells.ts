import { xmlText } from '@timedesk/domain/invoicing/xml'
import { textOfCell, type Cell, type ColumnKind } from './table.ts'

/** Excel holds so many characters in a cell; a longer text is cut, which the mark at its end tells. */
const TEXT_LENGTH_MAX = 32_767
const CUT_MARK = ' […]'
const DAY_MS = 86_400_000
/** 1 January 1970 in days as spreadsheets count them. */
const EPOCH_DAY = 25_569

/** Indexes into the formats of `stylesXml`. */
export const HEADER_STYLE = 1
const styles: Record<ColumnKind, number> = { text: 0, integer: 2, amount: 3, decimal: 4, day: 5, instant: 6 }

/** What XML cannot hold is written as `_xHHHH_`, and so is the beginning of a text that only looks like that. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const ESCAPED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g

/** A cell of a sheet at an address such as `B7`: numbers as numbers, days as days, and text as text, never a formula. */
export function sheetCell(address: string, cell: Cell, kind: ColumnKind): string {
  if (cell === null || cell === '') return ''
  if (kind === 'text') return textCell(address, String(cell), styles.text)
  const value = kind === 'day' || kind === 'instant' ? serialOf(String(cell)) : textOfCell(cell, kind)
  return `<c r="${address}" s="${String(styles[kind])}"><v>${String(value)}</v></c>`
}

export function textCell(address: string, text: string, style: number): string {
  const whole = text.toWellFormed()
  const shown = whole.length > TEXT_LENGTH_MAX ? `${cutAt(whole, TEXT_LENGTH_MAX - CUT_MARK.length)}${CUT_MARK}` : whole
  const escaped = shown.replaceAll(
    ESCAPED,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
  return `<c r="${address}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${xmlText(escaped)}</t></is></c>`
}

/** `A`, `B`, … `Z`, `AA`, … */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`
}

/** Not between the halves of a pair. */
function cutAt(text: string, length: number): string {
  return text
    .slice(0, length)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
}

function serialOf(text: string): number {
  return Date.parse(text) / DAY_MS + EPOCH_DAY
}
