import type { Settlement } from '@timedesk/contracts/agreements'
import type { PotentialItem } from '@timedesk/contracts/potential'
import type { VatCategory } from '@timedesk/contracts/settings'
import type { BasisPoints } from '../money/basis-points.ts'
import type { Day, DocumentLine, DocumentPeriod, InvoiceKind } from './document.ts'

export type ItemSource = PotentialItem['source']

/** A source that can be invoiced, with all that a line says of it. Amounts in minor units of its currency. */
export type PlannableItem = {
  source: ItemSource
  sourceId: string
  /** Of time: the entry it is a piece of. */
  entryId: string | null
  /** Work date, day of sale, or day it falls due. */
  day: Day
  text: string
  /** Billable minutes of time; negative when work is taken back. */
  minutes: number | null
  /** What is registered for it. */
  billable: number
  currency: string
  /** Of time: the rate with its factor, for an hour. */
  ratePerHour: number | null
  settlement: Settlement | null
  agreement: { id: string; number: number; heading: string; poNumber: string } | null
  case: { id: string; number: number; subject: string } | null
  project: { id: string; number: number; name: string } | null
  /** Time on a project without a case. */
  isProjectTime: boolean
  vatCategory: VatCategory
  /** Of time. */
  activityName: string
  employeeName: string
  /** Of a subscription: pieces, and the price of one for a whole period. */
  quantity: number | null
  unitPrice: number | null
  /** Of a subscription: the amount is for so many days of so many (R34). */
  chargedDays: number | null
  wholeDays: number | null
  period: DocumentPeriod | null
  /** Of a voucher: how much was sold or taken back. */
  units: number | null
}

export type VatTreatment = 'domestic' | 'reverse_charge' | 'export' | 'exempt'

/** How a customer is invoiced. */
export type InvoicingTerms = {
  /** What gets an invoice of its own. */
  grouping: 'customer' | 'agreement' | 'case'
  /** A line for each case and rate, or for each piece. */
  detail: 'case' | 'entry'
  /** Whether time on projects is invoiced apart from support (R54). */
  projectsApart: boolean
  vatTreatment: VatTreatment
  /** The standard rate. */
  vatRate: BasisPoints
  language: 'en' | 'da'
}

/** What a line charges of a source. The shares of a line sum to its net. */
export type PlannedSource = Pick<PlannableItem, 'source' | 'sourceId' | 'entryId' | 'minutes'> & {
  registered: number
  share: number
}

export type PlannedLine = Omit<DocumentLine, 'id'> & {
  sources: PlannedSource[]
  agreementId: string | null
  caseId: string | null
  projectId: string | null
}

/** A document as a run would draft it. On a credit note every sign is turned, so that it credits positive amounts (R50). */
export type PlannedInvoice = {
  kind: InvoiceKind
  currency: string
  /** The order number all of it has; empty without one. */
  orderReference: string
  /** The agreement, when all of it is under one. */
  contractReference: string
  period: DocumentPeriod | null
  lines: PlannedLine[]
  /** Of all lines, before any discount of the document. */
  net: number
}
