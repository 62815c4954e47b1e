import { z } from 'zod'
import { ExchangeRate, Percent, RoundTo, VatTreatment } from './invoicing-settings.ts'
import { PotentialItem } from './potential.ts'
import { CaseReference, CurrencyCode, Day, Id, Instant, Language, Money, Reference } from './primitives.ts'

export const InvoiceKind = z.enum(['invoice', 'credit_note']).meta({ id: 'InvoiceKind', examples: ['invoice'] })
export type InvoiceKind = z.infer<typeof InvoiceKind>

/** A draft, or what became of a posted document: to be paid, late, paid, or credited in full. */
export const InvoiceState = z
  .enum(['draft', 'open', 'overdue', 'paid', 'credited'])
  .meta({ id: 'InvoiceState', examples: ['open'] })
export type InvoiceState = z.infer<typeof InvoiceState>

export const SendState = z.enum(['none', 'queued', 'sent', 'failed']).meta({ id: 'SendState', examples: ['sent'] })

/** UNCL 5305: standard, zero rated, exempt, reverse charge, export, not subject to VAT. */
export const VatCategoryCode = z.enum(['S', 'Z', 'E', 'AE', 'G', 'O']).meta({ id: 'VatCategoryCode', examples: ['S'] })

/** UN/ECE Recommendation 20: minutes, days, pieces. The price of time is for sixty minutes (R70). */
export const UnitCode = z.enum(['MIN', 'DAY', 'C62']).meta({ id: 'UnitCode', examples: ['MIN'] })

/** What is wrong with a document, all at once (R45). An error keeps it from being posted. */
export const DocumentProblem = z
  .object({
    rule: z.string().meta({ description: 'Of EN 16931, Peppol, Danish law, or our own.', examples: ['BR-CO-25'] }),
    code: z.string().meta({ examples: ['buyer_reference_missing'] }),
    pointer: z.string().meta({ examples: ['/buyerReference'] }),
    message: z.string().meta({ examples: ['Give the buyer’s reference or an order number.'] }),
    severity: z.enum(['error', 'warning']),
  })
  .meta({ id: 'DocumentProblem' })

export const Party = z
  .object({
    name: z.string().meta({ examples: ['Nordlys Energi'] }),
    address: z.string().meta({ examples: ['Havnegade 12'] }),
    postalCode: z.string().meta({ examples: ['8000'] }),
    city: z.string().meta({ examples: ['Aarhus C'] }),
    countryCode: z.string().meta({ examples: ['DK'] }),
    cvr: z.string().meta({ examples: ['12345674'] }),
    vatId: z.string().meta({ examples: ['DK12345674'] }),
    endpointScheme: z.string().meta({ examples: ['0184'] }),
    endpointId: z.string().meta({ examples: ['12345674'] }),
    contactName: z.string(),
    email: z.string(),
    phone: z.string(),
  })
  .meta({ id: 'Party', description: 'As it was when the document was posted; as it is while that is a draft.' })

export const InvoiceSummary = z
  .object({
    id: Id,
    kind: InvoiceKind,
    number: z
      .string()
      .nullable()
      .meta({ description: 'Null until it is posted (R44).', examples: ['F1042'] }),
    state: InvoiceState,
    customer: Reference,
    issuedOn: Day.nullable(),
    dueOn: Day.nullable(),
    currency: CurrencyCode,
    net: Money,
    vat: Money,
    payable: Money,
    remaining: Money.meta({ description: 'Less what was paid and credited; negative when money is to go back.' }),
    registered: Money.meta({ description: 'The value of its sources as they were registered (R43).' }),
    orderReference: z.string(),
    lines: z.int(),
    sendState: SendState,
    reminders: z.int(),
    corrects: z.object({ id: Id, number: z.string() }).nullable(),
    runNumber: z.int().nullable(),
    createdByName: z.string(),
    createdAt: Instant,
    postedAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'InvoiceSummary' })
export type InvoiceSummary = z.infer<typeof InvoiceSummary>

export const CreditDisposition = z.enum(['rebill', 'write_off', 'return_to_voucher']).meta({
  id: 'CreditDisposition',
  description:
    'Back to the potential, never charged, or covered by a voucher: what was sold as one is cancelled (R48).',
  examples: ['rebill'],
})
export type CreditDisposition = z.infer<typeof CreditDisposition>

/** What a line charges for, with what it was worth as registered and what of the line is its own. */
export const InvoiceSource = z
  .object({
    id: Id,
    item: PotentialItem.meta({ description: 'The potential item, with the time and its explanation.' }),
    registered: Money,
    amount: Money,
    credited: Money.meta({ description: 'By posted credit notes.' }),
    isLive: z.boolean().meta({ description: 'False once it was given back.' }),
    disposition: CreditDisposition.nullable(),
  })
  .meta({ id: 'InvoiceSource' })
export type InvoiceSource = z.infer<typeof InvoiceSource>

export const InvoiceLine = z
  .object({
    id: Id,
    position: z.int(),
    text: z.string().meta({ examples: ['#1042 Cannot print invoices'] }),
    description: z.string(),
    quantity: z
      .int()
      .meta({ description: 'Minutes, days or pieces; negative where work is taken back.', examples: [110] }),
    unit: UnitCode,
    unitPrice: Money.meta({ description: 'For `baseQuantity` units, without VAT.' }),
    baseQuantity: z.int().meta({ examples: [60] }),
    allowance: Money.meta({ description: 'Off, or negative: on, what quantity and price give.' }),
    allowanceReason: z.string(),
    net: Money,
    registered: Money.meta({ description: 'The registered value of its sources.' }),
    adjustmentReason: z.string().meta({ description: 'Why it charges more or less (R43).' }),
    vatCategory: VatCategoryCode,
    vatRate: Percent,
    period: z.object({ from: Day, to: Day }).nullable(),
    agreement: Reference.nullable(),
    case: CaseReference.nullable(),
    project: Reference.nullable(),
    credited: Money.meta({ description: 'By posted credit notes.' }),
    sources: z.array(InvoiceSource),
  })
  .meta({ id: 'InvoiceLine' })
export type InvoiceLine = z.infer<typeof InvoiceLine>

export const Invoice = InvoiceSummary.extend({
  language: Language,
  vatTreatment: VatTreatment,
  paymentTermsDays: z.int(),
  buyerReference: z.string(),
  contractReference: z.string(),
  note: z.string(),
  reason: z.string().meta({ description: 'Why a credit note is given.' }),
  exchangeRate: ExchangeRate.nullable(),
  period: z.object({ from: Day, to: Day }).nullable(),
  discountPercent: Percent,
  discountReason: z.string(),
  roundTo: RoundTo,
  seller: Party.extend({
    account: z.object({ iban: z.string(), bic: z.string(), bankRegistration: z.string(), bankAccount: z.string() }),
  }),
  buyer: Party,
  lineTotal: Money,
  allowances: Money,
  accountingVat: Money.nullable().meta({ description: 'VAT in the company’s currency (BT-111).' }),
  gross: Money,
  rounding: Money,
  paid: Money,
  credited: Money,
  vatBreakdown: z.array(
    z.object({ category: VatCategoryCode, rate: Percent, base: Money, vat: Money, allowance: Money }),
  ),
  invoiceLines: z.array(InvoiceLine),
  creditNotes: z.array(z.object({ id: Id, number: z.string().nullable(), payable: Money, issuedOn: Day.nullable() })),
  payments: z.array(
    z.object({
      id: Id,
      amount: Money,
      paidOn: Day,
      reference: z.string(),
      recordedByName: z.string(),
      at: Instant,
      isReversed: z.boolean(),
      reverses: Id.nullable(),
    }),
  ),
  reminderList: z.array(
    z.object({ level: z.int(), sentTo: z.string(), remaining: Money, sentByName: z.string(), at: Instant }),
  ),
  sentTo: z.string(),
  sentAt: Instant.nullable(),
  postedByName: z.string().nullable(),
  pdfSha256: z.string().nullable().meta({ description: 'Hash of the PDF as it is stored (R46).' }),
  ublSha256: z.string().nullable(),
  problems: z.array(DocumentProblem).meta({ description: 'What a draft lacks or breaks; empty once it is posted.' }),
  can: z.object({
    edit: z.boolean(),
    remove: z.boolean(),
    post: z.boolean(),
    send: z.boolean(),
    credit: z.boolean(),
    pay: z.boolean(),
    remind: z.boolean(),
  }),
}).meta({ id: 'Invoice' })
export type Invoice = z.infer<typeof Invoice>
