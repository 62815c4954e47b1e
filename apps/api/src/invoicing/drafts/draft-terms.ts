import type { InvoicingTerms } from '@timedesk/domain/invoicing/plannable'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { Refusal } from '@timedesk/contracts/refusal'
import type { InvoiceHead } from '../stored-invoice.ts'

/** How a customer is invoiced, and what its drafts start with. */
export type DraftTerms = InvoicingTerms &
  Pick<InvoiceHead, 'buyerReference' | 'discountBasisPoints' | 'paymentTermsDays' | 'roundTo' | 'companyCurrency'> & {
    customerId: string
    customerName: string
    /** What it is settled in unless an item says otherwise. */
    currency: string
  }

/** The terms of customers `cu` that match a condition. */
export async function findDraftTerms(reader: Reader, condition: Prisma.Sql): Promise<DraftTerms[]> {
  return reader.rows<DraftTerms>(Prisma.sql`SELECT cu.id AS "customerId", cu.name AS "customerName", cu.currency,
      cu.invoice_grouping AS grouping, cu.invoice_detail AS detail, cu.projects_apart AS "projectsApart", cu.vat_treatment AS "vatTreatment",
      cu.language, cu.buyer_reference AS "buyerReference", cu.discount_basis_points AS "discountBasisPoints",
      coalesce(cu.payment_terms_days, s.payment_terms_days) AS "paymentTermsDays", s.vat_rate AS "vatRate", s.round_to AS "roundTo",
      co.currency AS "companyCurrency"
    FROM customer cu CROSS JOIN invoicing_settings s CROSS JOIN company co WHERE ${condition}`)
}

/**
 * Holds a customer alone until the transaction ends, so that nobody registers, rates or claims anything of it, and
 * resolves with its terms. Refuses with `not_found`.
 */
export async function holdCustomer(tx: Tx, customerId: string): Promise<DraftTerms> {
  const [, [terms]] = await Promise.all([
    tx.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`),
    findDraftTerms(tx, Prisma.sql`cu.id = ${customerId}::uuid`),
  ])
  if (terms === undefined) throw new Refusal('not_found')
  return terms
}
