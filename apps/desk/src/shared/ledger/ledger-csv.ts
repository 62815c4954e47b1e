import type { LedgerRow } from '@timedesk/contracts/vouchers'
import type { Language } from '@timedesk/ui/i18n'

import type { Units } from '../cover/use-units.ts'
import type { Words } from '../create-words.ts'
import { unitsText } from '../terms/prepaid-units.ts'
import type { ledgerEnglish } from './ledger-texts.ts'
import { wordKind } from './word-row.ts'

type Cell = string | number | null

/** How spreadsheets of each language part the cells of a line, and write a decimal. */
const FORMS: Record<Language, { separator: string; decimal: string }> = {
  en: { separator: ',', decimal: '.' },
  da: { separator: ';', decimal: ',' },
}
const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/u

/** A ledger as a file for a spreadsheet in the reader's language, oldest movement first. */
export function ledgerCsv(
  rows: readonly LedgerRow[],
  { units, words, language }: { units: Units; words: Words<typeof ledgerEnglish>; language: Language },
): string {
  const { separator, decimal } = FORMS[language]
  const number = (text: string) => text.replace('.', decimal)
  const quantity = (count: number) => number(signedText(count, units))
  const head: Cell[] = [
    ...[words('csvBooked'), words('csvWorked'), words('csvKind'), words('csvCase'), words('csvSubject')],
    ...[words('csvEmployee'), words('csvMinutes'), words('csvUnits'), words('csvBalance'), words('csvEarned')],
    ...[words('csvCredited'), words('csvOwed'), words('csvCurrency'), words('csvReason'), words('csvApprover')],
    words('csvActor'),
  ]
  const lines = rows
    .toReversed()
    .map((row): Cell[] => [
      ...[row.bookedOn, row.workDate, wordKind(row, words), row.case?.number ?? null, plain(row.case?.subject)],
      ...[plain(row.employee?.name), row.minutes, quantity(row.units), quantity(row.balanceAfter)],
      ...[number(row.revenue.amount), number(row.credited.amount), number(row.liabilityAfter.amount)],
      ...[row.revenue.currency, plain(row.reason), plain(row.approvedBy?.name), plain(row.actorName)],
    ])
  return BYTE_ORDER_MARK + [head, ...lines].map((cells) => cells.map(quoted(separator)).join(separator)).join('\r\n')
}

/** Hands a text to the browser as a file. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

function signedText(count: number, { unit }: Units): string {
  const size = unit === 'unlimited' ? String(Math.abs(count)) : unitsText(Math.abs(count), unit)
  return count < 0 ? `-${size}` : size
}

/** Words that people wrote, which no spreadsheet may run. */
function plain(text: string | undefined): string | null {
  if (text === undefined) return null
  return FORMULA.test(text) ? `'${text}` : text
}

function quoted(separator: string): (cell: Cell) => string {
  return (cell) => {
    const text = cell === null ? '' : String(cell)
    return text.includes(separator) || /["\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
}
