import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { findInvoice } from './find-invoice.ts'

/** A document as an answer, with the version that its ETag tells. */
export async function showInvoice(reader: Reader, actor: StaffActor, invoiceId: string, now: Date) {
  const invoice = await findInvoice(reader, actor, invoiceId, now)
  return { body: invoice, version: invoice.version }
}
