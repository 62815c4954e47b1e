import type { listInvoiceLog } from '@timedesk/contracts/invoices'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { findLog } from '../platform/events/find-log.ts'
import type { Paging } from '../platform/http/paging.ts'

/** A page of what happened to a document, latest first. Refuses with `not_found`. */
export async function findInvoiceLog(
  reader: Reader,
  paging: Paging,
  invoiceId: string,
  query: z.output<typeof listInvoiceLog.query>,
): ReturnType<typeof findLog> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM invoice WHERE id = ${invoiceId}::uuid`)
  if (found.length === 0) throw new Refusal('not_found')
  return findLog(reader, paging, { kind: 'invoice', id: invoiceId }, query)
}
