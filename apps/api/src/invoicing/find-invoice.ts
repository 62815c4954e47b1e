import type { Invoice } from '@timedesk/contracts/invoice'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import { companyDay } from '../agreements/company-day.ts'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { shownTo } from '../time/shown-to.ts'
import { documentOf } from './document-of.ts'
import { findClaimedItems } from './find-claimed-items.ts'
import { findInvoiceParts } from './find-invoice-parts.ts'
import { findProblems } from './find-problems.ts'
import { readParties } from './parties.ts'
import { presentInvoice, type MoreRow } from './present-invoice.ts'
import { summaryColumns, summaryTables, type SummaryRow } from './present-summary.ts'
import { readInvoice } from './stored-invoice.ts'

/**
 * A document with its lines, what each comes from, its sums, what is wrong with a draft, and what the reader may do with
 * it. Refuses with `not_found`.
 */
export async function findInvoice(reader: Reader, actor: StaffActor, id: string, now: Date): Promise<Invoice> {
  const today = await companyDay(reader, now)
  const [[row], stored, parts] = await Promise.all([
    reader.rows<
      SummaryRow & MoreRow
    >(Prisma.sql`SELECT ${summaryColumns(today)}, i.sent_to AS "sentTo", i.sent_at AS "sentAt",
        i.posted_by_name AS "postedByName", i.pdf_sha256 AS "pdfSha256", i.ubl_sha256 AS "ublSha256"
      FROM ${summaryTables} WHERE i.id = ${id}::uuid`),
    readInvoice(reader, id),
    findInvoiceParts(reader, id),
  ])
  if (row === undefined) throw new Refusal('not_found')
  const parties = await readParties(reader, stored.customerId)
  const document = documentOf(stored, parties)
  const [items, problems] = await Promise.all([
    findClaimedItems(reader, id, shownTo(actor)),
    stored.state === 'draft' ? findProblems(reader, stored, document, now) : [],
  ])
  return presentInvoice({ row, stored, document, parts, items, problems, actor })
}
