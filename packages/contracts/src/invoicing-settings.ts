import { z } from 'zod'
import { CurrencyCode, Day, Instant, OptionalLine } from './primitives.ts'
import { defineRoute } from './route.ts'

/** How a customer's supplies are taxed: at home, by the buyer in another EU country (R61), outside of the EU, or exempt. */
export const VatTreatment = z
  .enum(['domestic', 'reverse_charge', 'export', 'exempt'])
  .meta({ id: 'VatTreatment', examples: ['domestic'] })
export type VatTreatment = z.infer<typeof VatTreatment>

/** A percentage as a decimal text of at most two decimals, such as `25` or `12.5`; never a float. */
export const Percent = z
  .string()
  .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/u)
  .meta({ id: 'Percent', examples: ['25'] })

/** What a unit of a foreign currency is worth in the company's, as a decimal text of at most six decimals. */
export const ExchangeRate = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/u)
  .refine((rate) => Number(rate) > 0, 'Must be more than zero.')
  .meta({ id: 'ExchangeRate', examples: ['7.46'] })

/** What a posting is booked on. */
export const AccountKind = z
  .enum([
    'receivable',
    'bank',
    'revenue_time',
    'revenue_overage',
    'revenue_subscription',
    'revenue_voucher',
    'revenue_breakage',
    'revenue_other',
    'deferred_vouchers',
    'deferred_subscriptions',
    'vat_payable',
    'rounding',
    'exchange_difference',
  ])
  .meta({ id: 'AccountKind', examples: ['receivable'] })
export type AccountKind = z.infer<typeof AccountKind>

export const RoundTo = z.union([z.literal(1), z.literal(25), z.literal(50), z.literal(100)]).meta({
  description: 'The amount to pay is rounded to a multiple of so many minor units; 1 leaves it.',
  examples: [1],
})

/** A scheme of ISO 6523, such as 0184 for Danish CVR numbers and 0088 for GLN; empty without an address in Peppol. */
export const EndpointScheme = z
  .string()
  .regex(/^(\d{4})?$/u)
  .meta({ examples: ['0184'] })

const text = (example: string) => OptionalLine.meta({ examples: [example] })

const settingsFields = {
  email: text('invoices@fjordbyte.example').meta({ description: 'Told to customers as the contact for invoices.' }),
  phone: text('+45 70 10 20 30'),
  endpointScheme: EndpointScheme,
  endpointId: text('12345674').meta({ description: 'One’s own address in Peppol; empty: 0184 and the CVR number.' }),
  iban: text('DK5000400440116243'),
  bic: text('DABADKKK'),
  bankRegistration: z
    .string()
    .regex(/^(\d{4})?$/u)
    .meta({ examples: ['0040'] }),
  bankAccount: z
    .string()
    .regex(/^\d{0,10}$/u)
    .meta({ examples: ['0440116243'] }),
  paymentTermsDays: z
    .int()
    .min(0)
    .max(180)
    .meta({ examples: [14] }),
  vatRate: Percent.meta({ description: 'The standard rate.' }),
  roundTo: RoundTo,
  invoicePrefix: z
    .string()
    .regex(/^[A-Z0-9-]{0,6}$/u)
    .meta({ examples: ['F'] }),
  creditNotePrefix: z
    .string()
    .regex(/^[A-Z0-9-]{0,6}$/u)
    .meta({ examples: ['K'] }),
  firstNumber: z
    .int()
    .min(1)
    .max(900_000_000)
    .meta({ description: 'Of a series that has none yet.', examples: [1001] }),
  numbersByYear: z.boolean().meta({ description: 'Whether each year has a series of its own.', examples: [false] }),
  accounts: z.partialRecord(AccountKind, z.string().trim().max(20)).meta({
    description: 'Account numbers of the bookkeeping system, by kind.',
    examples: [{ receivable: '5600' }],
  }),
}

export const InvoicingSettings = z
  .object({
    ...settingsFields,
    nextInvoiceNumber: z
      .string()
      .meta({ description: 'Taken by the next invoice that is posted.', examples: ['F1042'] }),
    nextCreditNoteNumber: z.string().meta({ examples: ['K1003'] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'InvoicingSettings' })
export type InvoicingSettings = z.infer<typeof InvoicingSettings>

export const getInvoicingSettings = defineRoute({
  method: 'GET',
  path: '/api/v1/invoicing-settings',
  tag: 'Settings',
  summary: 'Read how the company invoices',
  description: 'Bank account, terms, VAT, numbers and accounts.',
  access: { audience: 'staff', permission: 'settings:read' },
  responses: { 200: InvoicingSettings },
  refusals: [],
  etag: true,
})
export const updateInvoicingSettings = defineRoute({
  method: 'PATCH',
  path: '/api/v1/invoicing-settings',
  tag: 'Settings',
  summary: 'Change how the company invoices',
  description: 'Counts for drafts and for what is posted from now on; posted documents stay as they are.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject(settingsFields).partial(),
  responses: { 200: InvoicingSettings },
  refusals: ['conflict'],
  ifMatch: 'required',
  etag: true,
})

export const CurrencyRate = z
  .object({ currency: CurrencyCode, validFrom: Day, rate: ExchangeRate, createdByName: z.string(), createdAt: Instant })
  .meta({ id: 'CurrencyRate' })
export type CurrencyRate = z.infer<typeof CurrencyRate>

export const listCurrencyRates = defineRoute({
  method: 'GET',
  path: '/api/v1/currency-rates',
  tag: 'Settings',
  summary: 'List currency rates',
  description:
    'By currency, latest first. A draft in a foreign currency takes the one of the day on which it is drafted (R73).',
  access: { audience: 'staff', permission: 'settings:read' },
  responses: { 200: z.object({ data: z.array(CurrencyRate) }) },
  refusals: [],
})
export const setCurrencyRate = defineRoute({
  method: 'PUT',
  path: '/api/v1/currency-rates/:currency/:validFrom',
  tag: 'Settings',
  summary: 'Set a currency rate',
  description: 'From a day on. Drafts and what is posted keep the rate that they have.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: z.strictObject({ currency: CurrencyCode, validFrom: Day }),
  body: z.strictObject({ rate: ExchangeRate }),
  responses: { 200: CurrencyRate },
  refusals: [],
})
