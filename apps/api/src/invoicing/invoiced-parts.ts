import { Prisma } from '@timedesk/prisma/client'

const BASIS_POINTS_WHOLE = 10_000
const RATE_WHOLE = 1_000_000

/** Lines `l` of posted documents `i`, each by what of it is each source's `s` own; of one without sources, as a whole. */
const tables = Prisma.sql`invoice i JOIN invoice_line l ON l.invoice_id = i.id LEFT JOIN invoice_source s ON s.line_id = l.id`

const columns = Prisma.sql`i.id AS invoice_id, i.kind, i.customer_id, i.issued_on, l.revenue, l.agreement_id, l.case_id, s.id AS claim_id, s.source,
    s.source_id, s.entry_id, s.is_live, s.credits_id, s.disposition, coalesce(s.amount, l.net) AS amount, l.net AS line_net,
    l.registered AS line_registered, coalesce(s.registered, 0) AS registered, CASE i.kind WHEN 'credit_note' THEN -1 ELSE 1 END AS sign`

/** Its running total, in the order in which its VAT is told, so that the parts of the discount sum to what it tells. */
const inOrder = Prisma.sql`(PARTITION BY d.invoice_id ORDER BY d.category_place, d.position, d.line_id, d.claim_id)`

/**
 * What posted documents charge, less their discount, in parts that sum to each one's net to the øre: `charged` in its own
 * currency and `base` in the company's, negative for credit notes. `condition` is on document `i`; `deviating`, on line
 * `l` and source `s`, may leave out parts of documents that have no discount and are in the company's currency.
 */
export function invoicedParts(condition: Prisma.Sql, deviating = Prisma.sql`true`): Prisma.Sql {
  const isPlain = Prisma.sql`i.discount_basis_points = 0 AND i.exchange_rate IS NULL`
  return Prisma.sql`SELECT invoice_id, kind, customer_id, issued_on, revenue, agreement_id, case_id, claim_id, source, source_id, entry_id, is_live,
      credits_id, disposition, registered * sign AS registered, amount * sign AS charged, amount * sign AS base, line_net, line_registered
    FROM (SELECT ${columns} FROM ${tables} WHERE i.state = 'posted' AND ${isPlain} AND ${condition} AND ${deviating}) plain
    UNION ALL
    SELECT invoice_id, kind, customer_id, issued_on, revenue, agreement_id, case_id, claim_id, source, source_id, entry_id, is_live,
      credits_id, disposition, registered * sign, net * sign,
      ${stepOf(Prisma.sql`coalesce(exchange_rate, ${RATE_WHOLE}) / ${RATE_WHOLE}::numeric`, Prisma.sql`net`)} * sign, line_net, line_registered
    FROM (
      SELECT d.*, d.amount - ${stepOf(Prisma.sql`discount / ${BASIS_POINTS_WHOLE}::numeric`, Prisma.sql`amount`)} AS net FROM (
        SELECT ${columns}, l.id AS line_id, l.position, i.discount_basis_points AS discount, i.exchange_rate,
          min(l.position) OVER (PARTITION BY i.id, l.vat_category, l.vat_rate) AS category_place
        FROM ${tables} WHERE i.state = 'posted' AND NOT (${isPlain}) AND ${condition}) d) d`
}

/** What an amount adds to the rounded running total of its document. */
function stepOf(factor: Prisma.Sql, amount: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(round(sum(${amount}) OVER ${inOrder} * ${factor}) - round((sum(${amount}) OVER ${inOrder} - ${amount}) * ${factor}))::bigint`
}

/**
 * What is charged for each claimed item of posted documents, by its claim: less its part of the discount, and less what
 * was credited for good; and what of its registered value that stands for. `condition` is on document `i`, and has to hold for its credit notes too.
 */
export function chargedItems(condition: Prisma.Sql, deviating?: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT coalesce(x.credits_id, x.claim_id) AS claim_id, sum(x.charged)::bigint AS charged, sum(x.base)::bigint AS base,
      coalesce(sum(x.registered) FILTER (WHERE x.is_live), 0)::bigint AS registered
    FROM (${invoicedParts(condition, deviating)}) x
    WHERE x.is_live OR (x.disposition = 'write_off' AND EXISTS (SELECT 1 FROM invoice_source o WHERE o.id = x.credits_id AND o.is_live))
    GROUP BY 1`
}
