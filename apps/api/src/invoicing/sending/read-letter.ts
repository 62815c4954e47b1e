import { Refusal } from '@timedesk/contracts/refusal'
import type { Language } from '@timedesk/contracts/primitives'
import { Prisma } from '@timedesk/prisma/client'
import { companyDay } from '../../agreements/company-day.ts'
import type { Tx } from '../../platform/db/database.ts'
import { readBalance } from '../read-balance.ts'

/** A posted document as a mail tells of it. Amounts in minor units. */
export type Letter = {
  kind: 'invoice' | 'credit_note'
  number: string
  language: Language
  currency: string
  payable: number
  /** What is left to be paid. */
  remaining: number
  isOverdue: boolean
  issuedOn: string
  dueOn: string | null
  customerId: string
  customerName: string
  invoiceEmail: string
  companyName: string
  correctsNumber: string | null
}

/** Holds the document, so that of two who mail it at once one comes after the other. Refuses with `not_found` and `invoice_not_posted`. */
export async function readLetter(tx: Tx, now: Date, invoiceId: string): Promise<Letter> {
  const today = await companyDay(tx, now)
  await tx.rows(Prisma.sql`SELECT 1 FROM invoice WHERE id = ${invoiceId}::uuid FOR UPDATE`)
  const [letter] = await tx.rows<
    Omit<Letter, 'number' | 'remaining'> & { number: string | null }
  >(Prisma.sql`SELECT i.kind, i.number, i.language, i.currency,
      i.payable::float8 AS payable, i.issued_on::text AS "issuedOn", i.due_on::text AS "dueOn", i.customer_id AS "customerId",
      cu.name AS "customerName", cu.invoice_email AS "invoiceEmail", co.name AS "companyName", o.number AS "correctsNumber",
      coalesce(i.due_on < ${today}::date, false) AS "isOverdue"
    FROM invoice i CROSS JOIN company co JOIN customer cu ON cu.id = i.customer_id LEFT JOIN invoice o ON o.id = i.corrects_id
    WHERE i.id = ${invoiceId}::uuid`)
  if (letter === undefined) throw new Refusal('not_found')
  const { number } = letter
  if (number === null) throw new Refusal('invoice_not_posted')
  const { owed } = await readBalance(tx, invoiceId)
  return { ...letter, number, remaining: owed, isOverdue: letter.isOverdue && owed > 0 }
}
