import { z } from 'zod'
import { EndpointScheme, Percent, VatTreatment } from './invoicing-settings.ts'
import { Email, OptionalLine } from './primitives.ts'

/** One invoice for the customer, one for each agreement, or one for each case. */
export const InvoiceGrouping = z
  .enum(['customer', 'agreement', 'case'])
  .meta({ id: 'InvoiceGrouping', examples: ['customer'] })
/** A line for each case and price, or for each time entry. */
export const InvoiceDetail = z.enum(['case', 'entry']).meta({ id: 'InvoiceDetail', examples: ['case'] })

/** How a customer is invoiced, as it is read. */
export const customerInvoicing = {
  showsInvoices: z.boolean().meta({
    description: 'Whether managers and bookkeepers see posted invoices in the extranet.',
    examples: [true],
  }),
  cvr: z.string().meta({ description: 'Its number in the register of companies (BT-47).', examples: ['12345674'] }),
  endpointScheme: EndpointScheme,
  endpointId: z
    .string()
    .meta({ description: 'Its address in Peppol, such as a GLN with 0088.', examples: ['12345674'] }),
  invoiceEmail: z.string().meta({ examples: ['invoices@nordlys.example'] }),
  buyerReference: z.string().meta({ description: 'Whom the customer wants named (BT-10).', examples: ['Anna Berg'] }),
  paymentTermsDays: z
    .int()
    .nullable()
    .meta({ description: 'Null: the company’s.', examples: [30] }),
  vatTreatment: VatTreatment,
  invoiceGrouping: InvoiceGrouping,
  invoiceDetail: InvoiceDetail,
  projectsApart: z.boolean().meta({ description: 'Time on projects without a case on invoices of its own (R54).' }),
  discountPercent: Percent.meta({ description: 'Of every invoice, unless a draft says otherwise.', examples: ['0'] }),
}

/** The same, with its postal address, as it comes in. */
export const customerInvoicingFields = {
  showsInvoices: z.boolean(),
  postalCode: OptionalLine.pipe(z.string().max(20)),
  city: OptionalLine,
  cvr: z
    .string()
    .trim()
    .regex(/^([0-9A-Za-z .-]{2,30})?$/u),
  endpointScheme: EndpointScheme,
  endpointId: OptionalLine.pipe(z.string().max(50)),
  invoiceEmail: z.union([z.literal(''), Email]),
  buyerReference: OptionalLine,
  paymentTermsDays: z.int().min(0).max(180).nullable(),
  vatTreatment: VatTreatment,
  invoiceGrouping: InvoiceGrouping,
  invoiceDetail: InvoiceDetail,
  projectsApart: z.boolean(),
  discountPercent: Percent,
}
