import { Refusal } from '@timedesk/contracts/refusal'
import { checkDocument } from '@timedesk/domain/invoicing/check-document'
import type { DocumentProblem, InvoiceDocument } from '@timedesk/domain/invoicing/document'
import { Prisma } from '@timedesk/prisma/client'
import { companyDay } from '../agreements/company-day.ts'
import type { Reader } from '../platform/db/database.ts'
import { readInvoicingRow } from '../settings/invoicing/invoicing-row.ts'
import { seriesOf } from '../settings/invoicing/number-series.ts'
import { requireCreditable } from './credit/require-creditable.ts'
import { dueOf, totalsStored } from './document-of.ts'
import { lastIssuedOn } from './posting/take-number.ts'
import type { StoredInvoice } from './stored-invoice.ts'

/** Lines with something that keeps them from being charged yet. */
type Waiting = { lineId: string; hasQuestion: boolean; isHeld: boolean }

/**
 * Everything that keeps a draft from being posted now, or would make a receiver refuse it (R45): what its own content
 * breaks, what is questioned or held by hand, and days that are closed, to come, or before the last number's (R44, R52).
 */
export async function findProblems(
  reader: Reader,
  stored: StoredInvoice,
  document: InvoiceDocument,
  now: Date,
): Promise<DocumentProblem[]> {
  const today = await companyDay(reader, now)
  const issuedOn = document.issuedOn ?? today
  const [waiting, isLocked, lastDay, ofCredit] = await Promise.all([
    findWaiting(reader, stored.id),
    isHardLocked(reader, issuedOn),
    readInvoicingRow(reader).then((settings) => lastIssuedOn(reader, seriesOf(stored.kind, settings, issuedOn))),
    problemsOfCredit(reader, stored),
  ])
  const dated = { ...document, issuedOn, dueOn: dueOf({ ...stored, issuedOn }) }
  return [
    ...checkDocument(dated, totalsStored(stored)),
    ...stored.lines.flatMap(({ id }, index) => problemsOfLine(waiting.get(id), `/lines/${String(index)}`)),
    ...missingRate(stored, document),
    ...ofCredit,
    ...(isLocked ? [problem('R52', 'period_locked', '/issuedOn', 'Give another day: its period is closed.')] : []),
    // Its series could not go on before that day.
    ...(issuedOn > today ? [problem('R44', 'date_in_future', '/issuedOn', 'Give today or an earlier day.')] : []),
    ...(lastDay !== null && issuedOn < lastDay
      ? [problem('R44', 'date_before_last', '/issuedOn', `Give ${lastDay} or a later day: that of the last number.`)]
      : []),
  ]
}

function problemsOfLine(waiting: Waiting | undefined, pointer: string): DocumentProblem[] {
  if (waiting === undefined) return []
  const question = 'Answer the customer’s question about its time first, or take the time off.'
  return [
    ...(waiting.hasQuestion ? [problem('R45', 'question_open', pointer, question)] : []),
    ...(waiting.isHeld ? [problem('R41', 'item_held', pointer, 'Release what is held by hand, or take it off.')] : []),
  ]
}

/** What a credit note would be refused for: the invoice may have been credited since it was drafted (R49). */
async function problemsOfCredit(reader: Reader, stored: StoredInvoice): Promise<DocumentProblem[]> {
  try {
    await requireCreditable(reader, stored)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return (error.details.fields ?? []).map(({ pointer, code, message }) => problem('R49', code, pointer, message))
  }
}

/** A Danish seller's document without a rate breaks a rule of its own; any other would be left out of the books. */
function missingRate(
  { currency, companyCurrency, exchangeRate, kind }: StoredInvoice,
  { seller }: InvoiceDocument,
): DocumentProblem[] {
  if (currency === companyCurrency || exchangeRate !== null || seller.countryCode === 'DK') return []
  const message = `Give the exchange rate of this ${kind === 'invoice' ? 'invoice' : 'credit note'}.`
  return [problem('R73', 'exchange_rate_missing', '/exchangeRate', message)]
}

function problem(rule: string, code: string, pointer: string, message: string): DocumentProblem {
  return { rule, code, pointer, message, severity: 'error' }
}

async function findWaiting(reader: Reader, invoiceId: string): Promise<Map<string, Waiting>> {
  const rows =
    await reader.rows<Waiting>(Prisma.sql`SELECT s.line_id AS "lineId", bool_or(q.id IS NOT NULL) AS "hasQuestion", bool_or(m.id IS NOT NULL) AS "isHeld"
    FROM invoice_source s
    LEFT JOIN time_question q ON q.entry_id = s.entry_id AND q.state = 'open'
    LEFT JOIN potential_mark m ON m.source = s.source AND m.subject_id = coalesce(s.entry_id, s.source_id) AND m.released_at IS NULL
    WHERE s.invoice_id = ${invoiceId}::uuid AND s.is_live AND (q.id IS NOT NULL OR m.id IS NOT NULL) GROUP BY s.line_id`)
  return new Map(rows.map((row) => [row.lineId, row]))
}

async function isHardLocked(reader: Reader, day: string): Promise<boolean> {
  const [row] = await reader.rows<{ isLocked: boolean }>(
    Prisma.sql`SELECT coalesce(hard_locked_through >= ${day}::date, false) AS "isLocked" FROM company`,
  )
  return row?.isLocked ?? false
}
