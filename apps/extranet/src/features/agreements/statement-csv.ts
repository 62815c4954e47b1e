import type { ExtranetPool, ExtranetStatementRow } from '@timedesk/contracts/extranet-agreements'
import type { Language } from '@timedesk/ui/i18n'
import type { AgreementsWords } from './use-agreements-words.ts'

/** Spreadsheets look for the separator and the decimal mark of their own language. */
const HABITS = { en: { separator: ',', locale: 'en-GB' }, da: { separator: ';', locale: 'da-DK' } } as const
const MINOR_UNITS = 100
const LINE_END = '\r\n'
/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

type Cell = string | number | null

/** A statement as a file that spreadsheets open: days as ISO, minutes and cases as whole numbers, money as decimals. */
export function statementCsv(
  rows: readonly ExtranetStatementRow[],
  { pool, words, language }: { pool: ExtranetPool; words: AgreementsWords; language: Language },
): string {
  const { separator, locale } = HABITS[language]
  const money = new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  const count = (units: number) => (pool.unit === 'money' ? money.format(units / MINOR_UNITS) : units)
  const unit = unitName(words, pool)
  const titled = (column: string) => words('csvUnit', { column, unit })
  const heads: Cell[] = [
    words('columnDay'),
    words('columnWhat'),
    words('columnCase'),
    words('columnWho'),
    words('csvUnit', { column: words('columnWorked'), unit: words('csvMinutes') }),
    titled(words('columnChange')),
    titled(words('columnBalance')),
  ]
  const lines = rows.map(({ day, kind, caseNumber, employee, minutes, units, balanceAfter }): Cell[] => [
    day,
    words(`move_${kind}`),
    caseNumber,
    employee === null ? null : harmless(employee),
    minutes,
    count(units),
    count(balanceAfter),
  ])
  const written = [heads, ...lines].map((cells) => cells.map((cell) => quote(cell, separator)).join(separator))
  return `${BYTE_ORDER_MARK}${written.join(LINE_END)}${LINE_END}`
}

function unitName(words: AgreementsWords, { unit, price }: ExtranetPool): string {
  if (unit === 'money') return price?.currency ?? ''
  return words(unit === 'cases' ? 'csvCases' : 'csvMinutes')
}

/** A name that a spreadsheet would take for a formula is told to be a text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
}

function quote(cell: Cell, separator: string): string {
  const text = cell === null ? '' : String(cell)
  return text.includes(separator) || /["\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
