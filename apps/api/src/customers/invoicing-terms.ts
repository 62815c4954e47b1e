import type { Customer, updateCustomer } from '@timedesk/contracts/customers'
import { readPercent } from '@timedesk/domain/money/decimal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { requireEndpoint } from '../settings/invoicing/require-endpoint.ts'

/** How a customer is invoiced, as it is stored: the discount in hundredths of a percent. */
export type InvoicingTerms = Pick<
  Customer,
  | 'postalCode'
  | 'city'
  | 'cvr'
  | 'endpointScheme'
  | 'endpointId'
  | 'invoiceEmail'
  | 'buyerReference'
  | 'paymentTermsDays'
  | 'vatTreatment'
  | 'invoiceGrouping'
  | 'invoiceDetail'
  | 'projectsApart'
  | 'showsInvoices'
> & { discountBasisPoints: number }

/** Of customer `c`. */
export const invoicingColumns = Prisma.sql`c.postal_code AS "postalCode", c.city, c.cvr, c.endpoint_scheme AS "endpointScheme",
  c.endpoint_id AS "endpointId", c.invoice_email AS "invoiceEmail", c.buyer_reference AS "buyerReference",
  c.payment_terms_days AS "paymentTermsDays", c.vat_treatment AS "vatTreatment", c.invoice_grouping AS "invoiceGrouping",
  c.invoice_detail AS "invoiceDetail", c.projects_apart AS "projectsApart", c.shows_invoices AS "showsInvoices",
  c.discount_basis_points AS "discountBasisPoints"`

/** Of a customer of whom nothing is said. */
export const usualTerms: InvoicingTerms = {
  postalCode: '',
  city: '',
  cvr: '',
  endpointScheme: '',
  endpointId: '',
  invoiceEmail: '',
  buyerReference: '',
  paymentTermsDays: null,
  vatTreatment: 'domestic',
  invoiceGrouping: 'customer',
  invoiceDetail: 'case',
  projectsApart: false,
  showsInvoices: true,
  discountBasisPoints: 0,
}

/** Refuses with `invalid_request` half an address in Peppol, and one that cannot be. */
export function termsAfter(before: InvoicingTerms, wanted: z.output<typeof updateCustomer.body>): InvoicingTerms {
  const after: InvoicingTerms = {
    postalCode: wanted.postalCode ?? before.postalCode,
    city: wanted.city ?? before.city,
    cvr: wanted.cvr ?? before.cvr,
    endpointScheme: wanted.endpointScheme ?? before.endpointScheme,
    endpointId: wanted.endpointId ?? before.endpointId,
    invoiceEmail: wanted.invoiceEmail ?? before.invoiceEmail,
    buyerReference: wanted.buyerReference ?? before.buyerReference,
    paymentTermsDays: wanted.paymentTermsDays === undefined ? before.paymentTermsDays : wanted.paymentTermsDays,
    vatTreatment: wanted.vatTreatment ?? before.vatTreatment,
    invoiceGrouping: wanted.invoiceGrouping ?? before.invoiceGrouping,
    invoiceDetail: wanted.invoiceDetail ?? before.invoiceDetail,
    projectsApart: wanted.projectsApart ?? before.projectsApart,
    showsInvoices: wanted.showsInvoices ?? before.showsInvoices,
    discountBasisPoints:
      wanted.discountPercent === undefined ? before.discountBasisPoints : readPercent(wanted.discountPercent),
  }
  requireEndpoint(after)
  return after
}

/** Stores them, within the statement of an update. */
export function termsAssignment(after: InvoicingTerms): Prisma.Sql {
  return Prisma.sql`postal_code = ${after.postalCode}, city = ${after.city}, cvr = ${after.cvr}, endpoint_scheme = ${after.endpointScheme},
    endpoint_id = ${after.endpointId}, invoice_email = ${after.invoiceEmail}, buyer_reference = ${after.buyerReference},
    payment_terms_days = ${after.paymentTermsDays}, vat_treatment = ${after.vatTreatment}, invoice_grouping = ${after.invoiceGrouping},
    invoice_detail = ${after.invoiceDetail}, projects_apart = ${after.projectsApart}, shows_invoices = ${after.showsInvoices},
    discount_basis_points = ${after.discountBasisPoints}`
}
