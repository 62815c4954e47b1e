import type { BasisPoints } from '../money/basis-points.ts'

/** Days are `YYYY-MM-DD`, amounts whole minor units of the document's currency. */
export type Day = string

/** UNCL 5305: standard rate, zero rated, exempt, reverse charge, export outside of the EU, not subject to VAT. */
export type VatCategoryCode = 'S' | 'Z' | 'E' | 'AE' | 'G' | 'O'

/** UN/ECE Recommendation 20: minutes, days, one. Time is invoiced by the minute, its price is for sixty (R70). */
export type UnitCode = 'MIN' | 'DAY' | 'C62'

/** A party as it is on the document; what is not known is an empty text. */
export type Party = {
  name: string
  /** Street and house; several lines where needed. */
  address: string
  postalCode: string
  city: string
  /** ISO 3166-1 alpha-2. */
  countryCode: string
  /** Danish CVR number, eight digits (BT-30, BT-47). */
  cvr: string
  /** With country prefix (BT-31, BT-48). */
  vatId: string
  /** ISO 6523 scheme, such as 0184 for CVR and 0088 for GLN, and the address in it (BT-34, BT-49). */
  endpointScheme: string
  endpointId: string
  contactName: string
  email: string
  phone: string
}

/** Where the money goes (BG-17): an IBAN, or a Danish registration and account number. */
export type PaymentAccount = {
  iban: string
  bic: string
  /** Four digits. */
  bankRegistration: string
  /** At most ten digits. */
  bankAccount: string
}

export type DocumentPeriod = { from: Day; to: Day }

/** What a line charges. Its own price is never negative; a negative quantity takes work back. */
export type DocumentLine = {
  id: string
  text: string
  /** More about it, such as the entries behind it; may be empty. */
  description: string
  /** Whole units: minutes, days or pieces. */
  quantity: number
  unit: UnitCode
  /** Minor units for `baseQuantity` units: 60 for minutes, the days of the whole period for days, else 1. */
  unitPrice: number
  baseQuantity: number
  /** Taken off (positive) or put on (negative) what quantity and price give; with its reason. */
  allowance: number
  allowanceReason: string
  vatCategory: VatCategoryCode
  vatRate: BasisPoints
  period: DocumentPeriod | null
}

export type InvoiceKind = 'invoice' | 'credit_note'

/** An invoice or credit note as EN 16931 sees it. The amounts of a credit note are positive (R50). */
export type InvoiceDocument = {
  kind: InvoiceKind
  /** Null until it is posted (R44). */
  number: string | null
  issuedOn: Day | null
  /** Null for a credit note and while a draft leaves it to the terms. */
  dueOn: Day | null
  /** Days to pay, for the words of the terms (BT-20). */
  paymentTermsDays: number
  language: 'en' | 'da'
  currency: string
  /** Where VAT is told in another currency too (R73): units of it for one unit of the document's, in millionths. */
  accounting: { currency: string; rateMillionths: number } | null
  buyerReference: string
  orderReference: string
  /** The agreement, when all of it is under one (BT-12). */
  contractReference: string
  note: string
  /** What it is for as a whole, spanning its lines' periods (BG-14). */
  period: DocumentPeriod | null
  seller: Party & { account: PaymentAccount }
  buyer: Party
  /** What a credit note corrects (R72). */
  preceding: { number: string; issuedOn: Day } | null
  /** Of the sum of all lines (BG-20). */
  discount: { basisPoints: BasisPoints; reason: string } | null
  /** The payable amount is rounded to a multiple of so many minor units (R73, E25); 1 leaves it. */
  roundTo: number
  lines: DocumentLine[]
}

/**
 * VAT of one category and rate; the base is what its lines are worth after the document's discount. It is what the rate
 * gives, except on a credit note: there it is what the invoice had left where that is less, or closes it (R49).
 */
export type VatBreakdownRow = {
  category: VatCategoryCode
  rate: BasisPoints
  base: number
  vat: number
  /** The part of the discount that belongs to it; negative where its lines take back more than they charge. */
  allowance: number
}

/** The sums of a document with their EN 16931 numbers. */
export type DocumentTotals = {
  /** By line, in their order (BT-131). */
  lineNets: number[]
  /** BT-106. */
  lines: number
  /** BT-107. */
  allowances: number
  /** BT-109. */
  net: number
  /** BT-110. */
  vat: number
  /** BT-111, in the accounting currency; null without one. */
  accountingVat: number | null
  /** BT-112. */
  gross: number
  /** BT-114. */
  rounding: number
  /** BT-115. */
  payable: number
  breakdown: VatBreakdownRow[]
}

/** Something that keeps a document from being posted, or would make a receiver refuse it. */
export type DocumentProblem = {
  /** The rule it breaks: `BR-CO-25`, `PEPPOL-EN16931-R003`, `DK-R-002`, or our own such as `whole_quantity`. */
  rule: string
  /** Stable, for the words of the apps. */
  code: string
  /** JSON pointer into the invoice, such as `/lines/0/text`, `/buyer/vatId`, `/seller/account`. */
  pointer: string
  /** A sentence in English that says what to do. */
  message: string
  /** An error keeps it from being posted; a warning does not. */
  severity: 'error' | 'warning'
}
