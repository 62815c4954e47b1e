import { PAYMENT_ROWS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { CsvError, parse } from 'csv-parse/sync'

/** A row of a bank's file as it stands there, with the line it begins on. */
export type BankRow = { line: number; day: string; amount: string; currency: string; text: string }

const RECORD_LENGTH_MAX = 10_000
const DELIMITERS = [';', ',', '\t'] as const
/** Tabs and line breaks are all that a text needs. */
// eslint-disable-next-line no-control-regex -- these are the characters meant
const BINARY = /[\u0000-\u0008\u000e-\u001f]/u

/** What columns are called, in the order in which they are preferred. */
const names = {
  day: [
    ...['bogføringsdato', 'bogført', 'bogført dato', 'posteringsdato', 'dato', 'valørdato', 'valør', 'rentedato'],
    ...['booking date', 'booked', 'posting date', 'transaction date', 'date', 'value date', 'paid on'],
  ],
  amount: ['beløb', 'beløb i dkk', 'beløb dkk', 'beløb i kr', 'indbetalt', 'amount', 'amount dkk', 'paid in', 'credit'],
  currency: ['valuta', 'currency'],
  text: [
    ...['tekst', 'posteringstekst', 'beskrivelse', 'besked', 'meddelelse', 'besked til modtager', 'reference'],
    ...['fakturanr', 'fakturanummer', 'afsender', 'text', 'description', 'message', 'details', 'invoice'],
    ...['invoice number', 'invoice no', 'sender', 'payment reference'],
  ],
} as const

/**
 * Reads a bank's file of payments: UTF-8 or windows-1252, separated by semicolon, comma or tab, with its columns named in
 * Danish or English. Refuses with `file_refused` what is no text or no CSV, and what has too many rows; and with
 * `mapping_refused` a file without columns for day, amount and text.
 */
export function readBankFile(content: Buffer): BankRow[] {
  const text = decode(content)
  for (const delimiter of DELIMITERS) {
    const [head, ...records] = parseWith(text, delimiter)
    const columns = head === undefined ? null : findColumns(head.cells)
    if (columns === null) continue
    if (records.length > PAYMENT_ROWS_MAX)
      throw new Refusal('file_refused', { detail: `A file may have at most ${String(PAYMENT_ROWS_MAX)} rows.` })
    return records.map(({ cells, line }) => ({
      line,
      day: cells[columns.day] ?? '',
      amount: cells[columns.amount] ?? '',
      currency: columns.currency === null ? '' : (cells[columns.currency] ?? ''),
      text: columns.text
        .map((index) => cells[index] ?? '')
        .join(' ')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    }))
  }
  const message = 'Name the columns in the first line: one for the day, one for the amount, one for the text.'
  throw new Refusal('mapping_refused', {
    detail: message,
    fields: [{ pointer: '/body/file', code: 'columns_missing', message }],
  })
}

function decode(content: Buffer): string {
  const text = decodeWith(content, 'utf-8') ?? decodeWith(content, 'windows-1252') ?? ''
  if (BINARY.test(text)) throw new Refusal('file_refused', { detail: 'The file is no text.' })
  return text
}

function decodeWith(content: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content)
  } catch {
    return null
  }
}

function parseWith(text: string, delimiter: string): { cells: string[]; line: number }[] {
  try {
    // With `info` each record comes beside where it stands, which the types of the synchronous parser do not tell.
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: RECORD_LENGTH_MAX,
      to: PAYMENT_ROWS_MAX + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => {
      return { cells: record, line: info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0) }
    })
  } catch (error) {
    if (error instanceof CsvError)
      throw new Refusal('file_refused', { detail: `The file is not readable as CSV: ${error.message}` })
    throw error
  }
}

type Columns = { day: number; amount: number; currency: number | null; text: number[] }

function findColumns(head: readonly string[]): Columns | null {
  const known = head.map((cell) => cell.toLowerCase().replaceAll(/[.:_]/gu, ' ').replaceAll(/\s+/gu, ' ').trim())
  const first = (wanted: readonly string[]) => {
    const name = wanted.find((candidate) => known.includes(candidate))
    return name === undefined ? null : known.indexOf(name)
  }
  const [day, amount] = [first(names.day), first(names.amount)]
  const text = known.flatMap((name, index) => ((names.text as readonly string[]).includes(name) ? [index] : []))
  return day === null || amount === null || text.length === 0
    ? null
    : { day, amount, currency: first(names.currency), text }
}
