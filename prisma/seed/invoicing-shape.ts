/** What the demo company has of invoicing. Days are `YYYY-MM-DD`, money is minor units, shares are hundredths of a percent. */

/** How a customer is invoiced. */
export type DemoTerms = {
  cvr: string
  vatId: string
  endpointScheme: string
  endpointId: string
  invoiceEmail: string
  buyerReference: string
  /** Null: the company's. */
  paymentTermsDays: number | null
  vatTreatment: 'domestic' | 'reverse_charge' | 'export' | 'exempt'
  invoiceGrouping: 'customer' | 'agreement' | 'case'
  invoiceDetail: 'case' | 'entry'
  projectsApart: boolean
  discountBasisPoints: number
  showsInvoices: boolean
}

/** How the company invoices. */
export type DemoInvoicing = {
  email: string
  phone: string
  iban: string
  bic: string
  bankRegistration: string
  bankAccount: string
  paymentTermsDays: number
  invoicePrefix: string
  creditNotePrefix: string
  firstNumber: number
  /** Account numbers by what is booked on them. */
  accounts: Readonly<Record<string, string>>
}

/** What a unit of a currency is worth from a day on, in millionths of the company’s. */
export type DemoCurrencyRate = {
  currency: string
  validFrom: string
  rate: number
  createdByName: string
  createdAt: Date
}

/** When a customer pays: so many days after an invoice is due, and half of those issued on or after a day. */
export type DemoHabit = {
  customerId: string
  daysAfterDue: number
  partPaidFrom: string | null
}

/**
 * Something that was done about invoicing. Each does what there is to do on its day: nothing, where no draft, invoice
 * or time is as it asks.
 */
export type DemoInvoicingDeed = { at: Date } & (
  ({ customerId: null; byId: string } & DemoMonthly) | ({ customerId: string } & DemoOnDocument)
)

export type DemoMonthly =
  /** Plans and carries out an invoice run over all customers: drafts. */
  | { kind: 'run'; through: string }
  /** Posts and sends all drafts but those of some customers. */
  | { kind: 'post'; exceptIds: readonly string[] }
  /** Records what has come in by now, and reminds of what is long overdue. */
  | { kind: 'collect' }

export type DemoOnDocument =
  /** Drafts what is ready. */
  | { kind: 'draft'; byId: string }
  /** The dearest line of time on the latest draft charges so much less. */
  | { kind: 'write_down'; byId: string; basisPoints: number; reason: string }
  /** Changes the latest draft. */
  | { kind: 'reword'; byId: string; changes: { buyerReference?: string; orderReference?: string; note?: string } }
  /** The oldest time that is ready is held, or written off. */
  | { kind: 'mark'; byId: string; mark: 'hold' | 'write_off'; reason: string }
  /** Credits the latest posted invoice, all of it or the first time on it; posts and sends the credit note. */
  | { kind: 'credit'; byId: string; part: 'all' | 'first'; disposition: DemoDisposition; reason: string }
  /** A contact questions the latest time that can be questioned. */
  | { kind: 'question'; contactId: string; text: string }
  | { kind: 'answer'; byId: string; resolution: 'confirmed' | 'not_charged'; text: string }
  /** A contact orders a further voucher, as one was sold before. */
  | { kind: 'order'; contactId: string; agreementId: string; unit: 'minutes'; quantity: number; message: string }
  /** Sells what was ordered; `voucher` is what deeds call it. */
  | { kind: 'accept'; byId: string; voucher: string; expiresOn: string }

export type DemoDisposition = 'rebill' | 'write_off' | 'return_to_voucher'
