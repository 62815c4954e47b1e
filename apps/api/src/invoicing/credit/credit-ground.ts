import { creditOf, type CreditOutcome, type CreditRequest, type Disposition } from '@timedesk/domain/invoicing/credit'
import type { CreditedPart, EarlierCredit, PostedInvoice } from '@timedesk/domain/invoicing/credit-parts'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { documentOf, totalsStored } from '../document-of.ts'
import { readParties } from '../parties.ts'
import { readInvoice, type StoredInvoice, type StoredSource } from '../stored-invoice.ts'

/** A posted invoice and what posted credit notes have taken of it. */
export type CreditGround = { original: StoredInvoice; posted: PostedInvoice; earlier: EarlierCredit[] }

/** Reads what may be credited of an invoice. Whoever means to credit it holds it. */
export async function readCreditGround(reader: Reader, originalId: string): Promise<CreditGround> {
  const original = await readInvoice(reader, originalId)
  const document = documentOf(original, await readParties(reader, original.customerId))
  const notes = await reader.rows<{ id: string }>(Prisma.sql`SELECT id FROM invoice
    WHERE corrects_id = ${originalId}::uuid AND state = 'posted' ORDER BY number_in_series, id`)
  const vouchers = await readVouchersBehind(reader, originalId)
  const earlier: EarlierCredit[] = []
  for (const { id } of notes) {
    const note = await readInvoice(reader, id)
    const parts = partsOf(note, original, vouchers)
    if (parts !== null) earlier.push({ parts, fixed: fixedOf(note) })
  }
  return { original, posted: { document, totals: totalsStored(original), sources: sourcesIn(original) }, earlier }
}

/** What a credit note that is drafted asks of its invoice. */
export function creditOfNote({ posted, earlier }: CreditGround, note: StoredInvoice): CreditOutcome {
  return creditOf(posted, earlier, requestOf(note))
}

/** Whether a line takes something of an invoice's line back. */
export function isCreditLine({ creditsLineId }: StoredInvoice['lines'][number]): boolean {
  return creditsLineId !== null
}

/** As the rules of credit see a disposition: a sold voucher that is cancelled may be credited in part, for the units that are left. */
export function dispositionOf({ source, disposition }: Pick<StoredSource, 'source' | 'disposition'>): Disposition {
  if (disposition === 'rebill') return 'rebill'
  return disposition === 'return_to_voucher' && source === 'time' ? 'returnToVoucher' : 'writeOff'
}

function requestOf({ lines, sources }: StoredInvoice): CreditRequest {
  const withSources = new Set(sources.map(({ lineId }) => lineId))
  return {
    sources: sources.flatMap((source) => {
      const { creditsId, amount } = source
      return creditsId === null ? [] : [{ sourceId: creditsId, disposition: dispositionOf(source), amount }]
    }),
    lines: lines.flatMap(({ id, creditsLineId, net }) => {
      return creditsLineId === null || withSources.has(id) ? [] : [{ lineId: creditsLineId, amount: net }]
    }),
  }
}

function sourcesIn({ sources }: StoredInvoice): PostedInvoice['sources'] {
  return sources.map(({ id, lineId, source, amount, minutes }) => {
    return { lineId, source, sourceId: id, share: amount, minutes }
  })
}

function fixedOf({ vatRows, rounding, accountingVat }: StoredInvoice): EarlierCredit['fixed'] {
  return { vat: vatRows.map(({ category, rate, vat }) => ({ category, rate, vat })), rounding, accountingVat }
}

/**
 * What a posted credit note took, part by part. One that a cancelled voucher led to took of what that was sold for. Null
 * for one that took something else: it counts in the sum that is left only, which the database keeps.
 */
function partsOf(note: StoredInvoice, original: StoredInvoice, vouchers: Map<string, string>): CreditedPart[] | null {
  const sourcesById = new Map(original.sources.map((source) => [source.id, source]))
  const byLine = Map.groupBy(note.sources, ({ lineId }) => lineId)
  const parts: CreditedPart[] = []
  for (const { id, net, creditsLineId } of note.lines) {
    const sources = byLine.get(id) ?? []
    if (sources.length === 0 && creditsLineId !== null)
      parts.push({ lineId: creditsLineId, sourceId: null, amount: net })
    else if (sources.length === 0) return null
    for (const { creditsId, sourceId, amount } of sources) {
      const credited = sourcesById.get(creditsId ?? vouchers.get(sourceId) ?? '')
      if (credited !== undefined) parts.push({ lineId: credited.lineId, sourceId: credited.id, amount })
      else if (amount !== 0) return null
    }
  }
  return parts
}

/** The source that sold a voucher, by the cancellations of that voucher. */
async function readVouchersBehind(reader: Reader, originalId: string): Promise<Map<string, string>> {
  const rows = await reader.rows<{ ledgerId: string; id: string }>(Prisma.sql`SELECT l.id AS "ledgerId", s.id
    FROM invoice_source s JOIN pool_ledger l ON l.pool_id = s.source_id AND l.kind = 'cancel'
    WHERE s.invoice_id = ${originalId}::uuid AND s.source = 'voucher_sale'`)
  return new Map(rows.map(({ ledgerId, id }) => [ledgerId, id]))
}
