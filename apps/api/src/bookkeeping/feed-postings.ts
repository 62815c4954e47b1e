import type { feedPostings as contract, Posting } from '@timedesk/contracts/bookkeeping'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { isFinal, markText, readMark } from './change-marks.ts'

/** Amounts in minor units: debit and credit of the books, and what the document says in its own currency. */
export type PostingRow = Omit<Posting, 'debit' | 'credit' | 'documentAmount' | 'at'> & {
  mark: string
  sequence: string
  debit: number
  credit: number
  currency: string
  documentAmount: number
  documentCurrency: string
  at: Date
}

/** Bookkeeping entries `p`, with the number that is set for their kind of account. */
export const postingSelection = Prisma.sql`SELECT p.mark::text AS mark, p.sequence::text AS sequence, p.id, p.deed, p.deed_id AS "deedId",
    p.booked_on::text AS "bookedOn", p.account, coalesce(s.accounts ->> p.account, '') AS "accountNumber", p.debit::float8 AS debit,
    p.credit::float8 AS credit, p.currency, p.document_amount::float8 AS "documentAmount", p.document_currency AS "documentCurrency",
    p.vat_category AS "vatCategory", p.text, json_build_object('id', cu.id, 'name', cu.name) AS customer, cu.number AS "customerNumber",
    CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.heading) END AS agreement, i.number AS "invoiceNumber", p.at
  FROM posting p
  CROSS JOIN invoicing_settings s
  JOIN customer cu ON cu.id = p.customer_id
  LEFT JOIN agreement a ON a.id = p.agreement_id
  LEFT JOIN invoice i ON i.id = p.invoice_id`

/** Bookkeeping entries in the order in which they were made, each once, after the place that the reader keeps. */
export async function feedPostings(
  reader: Reader,
  { after, limit }: z.output<typeof contract.query>,
): Promise<{ data: Posting[]; mark: string; hasMore: boolean }> {
  const place = readMark(after, /^\d{1,18}$/u, '0')
  const beyond =
    place === null
      ? Prisma.sql`true`
      : Prisma.sql`(p.mark, p.sequence) > (${place.mark}::bigint, ${place.within}::bigint)`
  const rows = await reader.rows<PostingRow>(
    Prisma.sql`${postingSelection} WHERE ${isFinal(Prisma.sql`p.mark`)} AND ${beyond} ORDER BY p.mark, p.sequence LIMIT ${limit + 1}`,
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    data: shown.map(present),
    mark: markText(last && { mark: last.mark, within: last.sequence }, after),
    hasMore: rows.length > limit,
  }
}

function present(row: PostingRow): Posting {
  const {
    mark: _mark,
    sequence: _sequence,
    currency,
    documentCurrency,
    debit,
    credit,
    documentAmount,
    at,
    ...rest
  } = row
  return {
    ...rest,
    debit: toWire({ minor: debit, currency }),
    credit: toWire({ minor: credit, currency }),
    documentAmount: toWire({ minor: documentAmount, currency: documentCurrency }),
    at: at.toISOString(),
  }
}
