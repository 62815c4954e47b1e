import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { readInvoice, type StoredInvoice } from './stored-invoice.ts'

type Place = { customerId: string; correctsId: string | null }

/**
 * Holds a document alone until the transaction ends, and resolves with it whole: its customer first, so that nobody
 * registers, rates or claims meanwhile, then what it corrects, then itself. Refuses with `not_found`.
 */
export async function holdDocument(tx: Tx, id: string): Promise<StoredInvoice> {
  const { customerId, correctsId } = await placeOf(tx, id)
  await tx.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`)
  if (correctsId !== null) await holdRow(tx, correctsId)
  await holdRow(tx, id)
  const stored = await readInvoice(tx, id)
  // It names another one since: whoever meant what it was has to look again.
  if (stored.correctsId !== correctsId) throw new Refusal('stale_version', { detail: 'Read it again and repeat.' })
  return stored
}

async function placeOf(tx: Tx, id: string): Promise<Place> {
  const [place] = await tx.rows<Place>(
    Prisma.sql`SELECT customer_id AS "customerId", corrects_id AS "correctsId" FROM invoice WHERE id = ${id}::uuid`,
  )
  if (place === undefined) throw new Refusal('not_found')
  return place
}

async function holdRow(tx: Tx, id: string): Promise<void> {
  await tx.rows(Prisma.sql`SELECT 1 FROM invoice WHERE id = ${id}::uuid FOR UPDATE`)
}
