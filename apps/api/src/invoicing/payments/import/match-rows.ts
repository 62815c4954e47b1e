import { createHash } from 'node:crypto'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../../platform/db/database.ts'
import type { BankRow } from './read-bank-file.ts'
import { parseBankAmount, parseBankDay } from './read-figures.ts'

/** A row with what it is of: the document that its text names, if it is one. */
export type MatchedRow = BankRow & {
  /** Known of every row whose day and amount can be read; a row is recorded once, however often it comes. */
  key: string | null
  paidOn: string | null
  /** Minor units; positive, in or out. */
  minor: number
  invoiceId: string | null
}

type Candidate = { id: string; number: string; kind: 'invoice' | 'credit_note'; currency: string }

/**
 * Finds for each row the one document whose number stands in its text as a word of its own: money that came in is of an
 * invoice, money that went out of a credit note.
 */
export async function matchRows(reader: Reader, rows: readonly BankRow[]): Promise<MatchedRow[]> {
  const words = rows.map(({ text }) => wordsOf(text))
  const candidates = await findCandidates(reader, [...new Set(words.flat())])
  const seen = new Map<string, number>()
  return rows.map((row, index) => {
    const minor = parseBankAmount(row.amount)
    const paidOn = parseBankDay(row.day)
    if (minor === null || minor === 0 || paidOn === null)
      return { ...row, key: null, paidOn: null, minor: 0, invoiceId: null }
    const told = JSON.stringify([paidOn, minor, row.currency.trim().toUpperCase(), row.text])
    const nth = (seen.get(told) ?? 0) + 1
    seen.set(told, nth)
    const key = createHash('sha256')
      .update(`${told}\n${String(nth)}`)
      .digest('hex')
    const kind = minor > 0 ? 'invoice' : 'credit_note'
    const fitting = [...new Set(words[index])]
      .flatMap((word) => candidates.get(word) ?? [])
      .filter((candidate) => candidate.kind === kind && isIn(candidate, row))
    const [only] = fitting
    return { ...row, key, paidOn, minor: Math.abs(minor), invoiceId: fitting.length === 1 ? (only?.id ?? null) : null }
  })
}

function isIn({ currency }: Candidate, row: BankRow): boolean {
  const told = row.currency.trim().toUpperCase()
  return told === '' || told === currency
}

/** Words, and runs of words that hyphens join: a number may have some. */
function wordsOf(text: string): string[] {
  const joined = text.toUpperCase().split(/[^\p{L}\p{N}-]+/u)
  return joined.flatMap((word) => {
    const pieces = word.split('-').filter((piece) => piece !== '')
    return pieces.flatMap((_, from) =>
      pieces.slice(from).map((__, length) => pieces.slice(from, from + length + 1).join('-')),
    )
  })
}

async function findCandidates(reader: Reader, words: string[]): Promise<Map<string, Candidate>> {
  if (words.length === 0) return new Map()
  const found = await reader.rows<Candidate>(Prisma.sql`SELECT id, number, kind, currency FROM invoice
    WHERE state = 'posted' AND number = ANY(${words}::text[])`)
  return new Map(found.map((candidate) => [candidate.number, candidate]))
}
