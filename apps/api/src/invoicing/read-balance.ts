import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** What was paid and credited of a posted document; minor units. */
export type Balance = {
  paid: number
  credited: number
  /** What may still be paid: of an invoice what is left of it, of a credit note what is to go back. Negative when it was paid too much. */
  owed: number
}

type Sums = {
  kind: 'invoice' | 'credit_note'
  correctsId: string | null
  payable: number
  paid: number
  credited: number
  paidBack: number
}

/**
 * The balance of one document, by its own rows alone: for lists there is `balanceJoins`, which gives the same. Of a credit
 * note as much goes back as its invoice was paid too much.
 */
export async function readBalance(reader: Reader, id: string): Promise<Balance> {
  const { kind, correctsId, payable, paid, credited, paidBack } = await readSums(reader, id)
  if (kind === 'invoice') return { paid, credited, owed: payable - paid - credited + paidBack }
  const original = correctsId === null ? 0 : (await readBalance(reader, correctsId)).owed
  return { paid, credited, owed: Math.min(payable - paid, Math.max(0, 0 - original)) }
}

async function readSums(reader: Reader, id: string): Promise<Sums> {
  const [sums] =
    await reader.rows<Sums>(Prisma.sql`SELECT i.kind, i.corrects_id AS "correctsId", i.payable::float8 AS payable,
      (SELECT coalesce(sum(p.amount), 0)::float8 FROM payment p WHERE p.invoice_id = i.id) AS paid,
      (SELECT coalesce(sum(n.payable), 0)::float8 FROM invoice n WHERE n.corrects_id = i.id AND n.state = 'posted') AS credited,
      (SELECT coalesce(sum(p.amount), 0)::float8 FROM invoice n JOIN payment p ON p.invoice_id = n.id
        WHERE n.corrects_id = i.id AND n.state = 'posted') AS "paidBack"
    FROM invoice i WHERE i.id = ${id}::uuid`)
  if (sums === undefined) throw new Error('The document is gone')
  return sums
}
