import type { DocumentTotals, InvoiceDocument } from '@timedesk/domain/invoicing/document'
import type { Reader } from '../../platform/db/database.ts'
import { documentOf, totalsStored } from '../document-of.ts'
import { readParties } from '../parties.ts'
import { readInvoice, type StoredInvoice } from '../stored-invoice.ts'

/** A document as it is read by those who draw it. */
export type ReadDocument = { stored: StoredInvoice; document: InvoiceDocument; totals: DocumentTotals }

/** What is posted as it was then; a draft with both parties as they are now. Refuses with `not_found`. */
export async function readDocument(reader: Reader, id: string): Promise<ReadDocument> {
  const stored = await readInvoice(reader, id)
  const document = documentOf(stored, await readParties(reader, stored.customerId))
  return { stored, document, totals: totalsStored(stored) }
}
