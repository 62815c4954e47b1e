import { Refusal } from '@timedesk/contracts/refusal'
import { netOfLine } from '@timedesk/domain/invoicing/line-net'
import type { PlannableItem, PlannedInvoice, PlannedLine } from '@timedesk/domain/invoicing/plannable'
import { Prisma } from '@timedesk/prisma/client'
import { companyDay } from '../../agreements/company-day.ts'
import type { Acting } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { insertRows, ROWS_PER_STATEMENT_MAX } from '../../platform/db/insert-rows.ts'
import { isUniqueViolation } from '../../platform/db/sql-state.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { priceText } from '../../platform/read-rate.ts'
import { rateInForce } from '../../settings/invoicing/currency-rates.ts'
import { draftRow, invoiceTable, lineRow, lineTable, sourceTable, vatTable } from './draft-rows.ts'
import type { SourceRow, VatRow } from './draft-rows.ts'
import type { DraftTerms } from './draft-terms.ts'

/** What is drafted together for a customer, of a run or by hand. */
export type Draftable = { planned: PlannedInvoice[]; items: readonly PlannableItem[]; runId: string | null }

/**
 * Writes drafts that claim their items, in a few statements for all, and resolves with their ids in that order.
 * Whoever calls this holds the customer alone. Refuses with `item_taken` what a document claims already (R42).
 */
export async function insertDrafts(
  tx: Tx,
  context: Acting,
  terms: DraftTerms,
  { planned, items, runId }: Draftable,
): Promise<string[]> {
  const { newId, now: createdAt, actor } = context
  const { customerId } = terms
  const rates = await findExchangeRates(tx, context, terms, planned)
  const drafts = await Promise.all(
    planned.map(async (document) => {
      const correctsId = document.kind === 'credit_note' ? await findCorrected(tx, customerId, document) : null
      const exchangeRate = rates.get(document.currency) ?? null
      const drafting = { id: newId(), runId, correctsId, exchangeRate, createdByName: actor.name, createdAt }
      return { document, ...draftRow(document, terms, drafting), ...drafting }
    }),
  )
  const placed = drafts.flatMap(({ id, document }) => placeLines(document.lines, id, context))
  const known = new Map(items.map((item) => [item.sourceId, item]))
  const lines = placed.map(({ line, ...place }) => lineRow(line, { ...place, customerId }, known))
  const vatRows = drafts.flatMap(({ id, totals }) => totals.breakdown.map((row) => ({ ...row, invoiceId: id })))
  const sources = placed.flatMap((place) => claimsOf(place, customerId, newId))
  await insertAll(tx, { invoices: drafts.map(({ row }) => row), lines, vatRows, sources })
  await Promise.all(
    drafts.map(({ id, document, row }) => {
      const { kind } = document
      const told = { kind, net: priceText(row.net, row.currency), items: countItems(document), reason: '' }
      return appendEvents(tx, context, { kind: 'invoice', id, customerId }, [{ type: 'invoice.drafted', ...told }])
    }),
  )
  return drafts.map(({ id }) => id)
}

type Rows = {
  invoices: ReturnType<typeof draftRow>['row'][]
  lines: ReturnType<typeof lineRow>[]
  vatRows: VatRow[]
  sources: SourceRow[]
}

/** In one packet as far as a statement holds all lines; else they are there before anything rests on them. */
async function insertAll(tx: Tx, { invoices, lines, vatRows, sources }: Rows): Promise<void> {
  const writing = [insertRows(tx, invoiceTable, invoices), insertRows(tx, lineTable, lines)]
  if (lines.length > ROWS_PER_STATEMENT_MAX) await Promise.all(writing)
  await Promise.all([...writing, insertRows(tx, vatTable, vatRows), claim(tx, sources)])
}

/** Writes claims. The unique index has the last word on what is claimed already. */
export async function claim(tx: Tx, sources: readonly SourceRow[]): Promise<void> {
  try {
    await insertRows(tx, sourceTable, sources)
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal('item_taken') : error
  }
}

type Place = { line: PlannedLine; id: string; invoiceId: string; position: number; net: number }

/** Lines of a document behind `from` others. */
export function placeLines(
  lines: readonly PlannedLine[],
  invoiceId: string,
  { newId }: Pick<Acting, 'newId'>,
  from = 0,
): Place[] {
  return lines.map((line, index) => ({ line, id: newId(), invoiceId, position: from + index, net: netOfLine(line) }))
}

/** The claims of a line. */
export function claimsOf({ line, id, invoiceId }: Place, customerId: string, newId: () => string): SourceRow[] {
  return line.sources.map(({ share, ...source }) => {
    return { ...source, id: newId(), invoiceId, lineId: id, customerId, amount: share }
  })
}

function countItems({ lines }: PlannedInvoice): number {
  return lines.reduce((sum, { sources }) => sum + sources.length, 0)
}

/** What foreign currencies are worth today, in millionths (R73). */
async function findExchangeRates(tx: Tx, { now }: Acting, terms: DraftTerms, planned: readonly PlannedInvoice[]) {
  const foreign = new Set(planned.map(({ currency }) => currency))
  foreign.delete(terms.companyCurrency)
  if (foreign.size === 0) return new Map<string, number | null>()
  const today = await companyDay(tx, now)
  const rates = [...foreign].map(async (currency) => [currency, await rateInForce(tx, currency, today)] as const)
  return new Map(await Promise.all(rates))
}

/**
 * What a document that gives more back than it charges corrects: the latest posted invoice of the same currency that
 * charged one of its agreements, else the latest one at all (R47); null without any.
 */
async function findCorrected(reader: Reader, customerId: string, { lines, currency }: PlannedInvoice) {
  const agreementIds = lines.flatMap(({ agreementId }) => agreementId ?? [])
  const [found] = await reader.rows<{ id: string }>(Prisma.sql`SELECT i.id FROM invoice i
    WHERE i.customer_id = ${customerId}::uuid AND i.state = 'posted' AND i.kind = 'invoice' AND i.currency = ${currency}
    ORDER BY EXISTS (SELECT 1 FROM invoice_line l WHERE l.invoice_id = i.id AND l.agreement_id = ANY(${agreementIds}::uuid[])) DESC,
      i.issued_on DESC, i.number_in_series DESC LIMIT 1`)
  return found?.id ?? null
}
