import { Prisma } from '@timedesk/prisma/client'
import { chargedItems } from '../invoicing/invoiced-parts.ts'
import { inBase } from '../platform/db/in-base.ts'

/**
 * What each voucher comes to beside its price: as it is charged, less its document's discount and at its rate, nothing
 * when it was written off, else as it will be. Minor units of the company's currency.
 */
export const voucherWorths = Prisma.sql`SELECT v.id, v.price, v.currency, v.sold_on, coalesce(c.base, CASE WHEN EXISTS (SELECT 1 FROM potential_mark m
      WHERE m.source = 'voucher_sale' AND m.subject_id = v.id AND m.kind = 'write_off' AND m.released_at IS NULL) THEN 0
      ELSE ${inBase(Prisma.sql`v.price`, Prisma.sql`v.currency`, Prisma.sql`v.sold_on`)} END) AS base
  FROM voucher v CROSS JOIN company co
  LEFT JOIN (SELECT s.source_id, sum(c.base)::bigint AS base
    FROM (${chargedItems(Prisma.sql`EXISTS (SELECT 1 FROM invoice_source s WHERE s.invoice_id = i.id AND s.source = 'voucher_sale')`)}) c
    JOIN invoice_source s ON s.id = c.claim_id AND s.source = 'voucher_sale' GROUP BY s.source_id) c ON c.source_id = v.id`

/** Of an amount in the ledger of voucher `w`, what it comes to; of one that was free, what was transferred to it. */
export function worthOf(amount: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN w.price = 0 THEN ${inBase(amount, Prisma.sql`w.currency`, Prisma.sql`w.sold_on`)}
    ELSE round(${amount} * w.base / w.price::numeric)::bigint END`
}
