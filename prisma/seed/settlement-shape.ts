import type { DemoInvoicingDeed } from './invoicing-shape.ts'

/** What the demo company has of prices, agreements and prepaid work. Days are `YYYY-MM-DD`, money is minor units, factors are thousandths. */

export type DemoPriceClass = {
  id: string
  name: string
  /** Minor units per hour; null: no price of its own. */
  ratePerHour: number | null
  drawFactor: number
  position: number
}

export type DemoRateCard = {
  id: string
  name: string
  currency: string
  rows: DemoRateCardRow[]
}

export type DemoRateCardRow = {
  id: string
  rateCardId: string
  priceClassId: string
  activityTypeId: string | null
  validFrom: string
  ratePerHour: number
}

/** Opening hours, each set from its day on; the first has always been so. Clock times are minutes since midnight. */
export type DemoServiceCalendar = {
  id: string
  name: string
  hours: DemoCalendarHours[]
  holidays: { day: string; name: string }[]
}

export type DemoCalendarHours = {
  /** Null: since ever. */
  validFrom: string | null
  spans: { weekday: number; opensAt: number; closesAt: number }[]
  holidaySet: 'none' | 'denmark'
}

export type DemoCostRate = {
  employeeId: string
  validFrom: string
  ratePerHour: number
}

export type DemoProjectTask = {
  id: string
  projectId: string
  customerId: string
  name: string
  position: number
}

export type DemoScopeRule = {
  mode: 'include' | 'exclude'
  kind: 'case_type' | 'activity_type' | 'department' | 'project'
  /** Of what it names. */
  id: string
}

/** As it stands before the deeds: what is suspended or terminated today was active. */
export type DemoAgreement = {
  id: string
  number: number
  customerId: string
  heading: string
  terms: string
  settlement: 'time_spent' | 'voucher' | 'subscription'
  state: 'draft' | 'active' | 'ended'
  validFrom: string
  validTo: string | null
  currency: string
  ratePerHour: number | null
  rateCardId: string | null
  incrementMinutes: number
  minimumMinutes: number
  roundingScope: 'entry' | 'case_day' | 'case_period'
  afterHours: 'none' | 'automatic' | 'suggest'
  calendarId: string | null
  afterHoursFactor: number
  weekendFactor: number | null
  holidayFactor: number | null
  scope: DemoScopeRule[]
  overagePolicy: 'bill' | 'approve' | 'block'
  overageRate: number | null
  termMonths: number | null
  renewal: 'none' | 'automatic'
  noticeDays: number
  creditsUnused: boolean
  ownerId: string
  poNumber: string
  createdAt: Date
}

/** A fee of a subscription, and the work it includes. */
export type DemoPlanLine = {
  id: string
  customerId: string
  agreementId: string
  description: string
  position: number
  periodMonths: 1 | 3 | 6 | 12
  startsOn: string
  timing: 'advance' | 'arrears'
  leadDays: number
  alignsToCalendar: boolean
  prorates: boolean
  quotaUnit: 'none' | 'minutes' | 'cases' | 'unlimited'
  quota: number
  rolloverPeriods: number
  rolloverMax: number | null
  createdAt: Date
  /** The price that was agreed. */
  quantity: number
  unitPrice: number
}

/** Units are minutes, cases or minor units of money. */
export type DemoVoucher = {
  /** What deeds call it: its id is given when it is sold. */
  key: string
  agreementId: string
  unit: 'minutes' | 'cases' | 'money'
  quantity: number
  price: number
  currency: string
  /** Null: the day of its sale. */
  validFrom: string | null
  expiresOn: string | null
  activateOn: 'sale' | 'payment'
  remarks: string
}

/** Something that somebody did to an agreement, to time, to documents or to the books, or that a night’s job did. */
export type DemoDeed =
  ({ at: Date } & (({ customerId: string } & DemoDone) | ({ customerId: null } & DemoLocking))) | DemoInvoicingDeed

/** Closes the books up to and with these days, for most and for everybody; or opens them again. */
export type DemoLocking = {
  kind: 'lock'
  byId: string
  softLockedThrough: string
  hardLockedThrough: string
  reason: string
}

export type DemoDone =
  | { kind: 'sell'; byId: string; voucher: DemoVoucher }
  | { kind: 'adjust'; byId: string; voucher: string; units: number; reason: string; approverId: string }
  | { kind: 'transfer'; byId: string; voucher: string; to: string; units: number; reason: string }
  | { kind: 'extend'; byId: string; voucher: string; expiresOn: string; reason: string }
  | { kind: 'cancel'; byId: string; voucher: string; reason: string }
  | { kind: 'price'; byId: string; lineId: string; validFrom: string; unitPrice: number; reason: string }
  | { kind: 'index'; byId: string; lineId: string; validFrom: string; index: DemoIndex }
  | { kind: 'suspend'; byId: string; agreementId: string }
  | { kind: 'terminate'; byId: string; agreementId: string; reason: string }
  | { kind: 'settle'; agreementId: string }
  /** The oldest overage of the agreement that waits. */
  | { kind: 'decide'; byId: string; agreementId: string; verdict: 'accepted' | 'declined'; reason: string }
  | { kind: 'correct'; byId: string; entryId: string; minutes: number; reason: string }

/** Values of a price index, as they are published, and their months. */
export type DemoIndex = { base: string; baseMonth: string; now: string; nowMonth: string }
