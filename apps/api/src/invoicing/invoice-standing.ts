import type { InvoiceState } from '@timedesk/contracts/invoice'
import { Prisma } from '@timedesk/prisma/client'

/** What became of a document; amounts in minor units. */
export type Standing = { paid: number; credited: number; remaining: number; standing: InvoiceState }

const paid = Prisma.sql`(SELECT invoice_id, sum(amount) AS amount FROM payment GROUP BY invoice_id)`

/** What was paid and credited of each posted document, and what is left, one pass for all that are asked for. */
const balances = Prisma.sql`(SELECT d.id, coalesce(p.amount, 0) AS paid, coalesce(n.payable, 0) AS credited,
      d.payable - coalesce(p.amount, 0) - coalesce(n.payable, 0) + coalesce(n.paid_back, 0) AS remaining
    FROM invoice d
    LEFT JOIN ${paid} p ON p.invoice_id = d.id
    LEFT JOIN (SELECT n.corrects_id, sum(n.payable) AS payable, sum(back.amount) AS paid_back
        FROM invoice n LEFT JOIN ${paid} back ON back.invoice_id = n.id
       WHERE n.state = 'posted' AND n.corrects_id IS NOT NULL GROUP BY n.corrects_id) n ON n.corrects_id = d.id
   WHERE d.state = 'posted')`

/** The balance `b` of document `i`, and `ob` of what it corrects. */
export const balanceJoins = Prisma.sql`LEFT JOIN ${balances} b ON b.id = i.id LEFT JOIN ${balances} ob ON ob.id = i.corrects_id`

/**
 * What is left of document `i`, less what was paid and credited; negative when money is to go back. Of a credit note
 * that is what its invoice was paid too much, as far as the note gives it back. A draft owes nothing yet.
 */
export const remainingOf = Prisma.sql`CASE WHEN i.state = 'draft' THEN 0 WHEN i.kind = 'invoice' THEN b.remaining
  ELSE -least(i.payable - b.paid, greatest(0, -coalesce(ob.remaining, 0))) END`

/** The state of document `i` on the company's day. */
export function standingOf(today: string): Prisma.Sql {
  return Prisma.sql`CASE WHEN i.state = 'draft' THEN 'draft'
    WHEN i.kind = 'credit_note' THEN CASE WHEN ${remainingOf} < 0 THEN 'open' ELSE 'paid' END
    WHEN b.remaining > 0 THEN CASE WHEN i.due_on < ${today}::date THEN 'overdue' ELSE 'open' END
    WHEN b.credited > 0 AND b.paid <= 0 THEN 'credited' ELSE 'paid' END`
}

/** Columns of `Standing` for document `i`. */
export function standingColumns(today: string): Prisma.Sql {
  return Prisma.sql`coalesce(b.paid, 0)::float8 AS paid, coalesce(b.credited, 0)::float8 AS credited,
    (${remainingOf})::float8 AS remaining, ${standingOf(today)} AS standing`
}
