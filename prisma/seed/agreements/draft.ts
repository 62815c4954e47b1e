import { instantOf } from '../present.ts'
import type { Present } from '../present.ts'
import { currencyOf, customerId, customerRow } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import { idOf } from '../make-id.ts'
import { activityId } from '../settings.ts'
import type { ActivityKey } from '../settings.ts'
import type { DemoAgreement, DemoDeed, DemoPlanLine, DemoScopeRule, DemoVoucher } from '../settlement-shape.ts'
import { employeeId } from '../staff.ts'
import type { DemoCase } from '../shape.ts'
import { usesOf } from './uses.ts'
import type { Use } from './uses.ts'

/** What the agreements of a customer are made from. */
export type Ground = {
  present: Present
  cases: readonly Pick<DemoCase, 'customerId' | 'happenings'>[]
}

/** Agreements before they are numbered, with what happened to them. */
export type Settlement = {
  agreements: AgreementDraft[]
  planLines?: DemoPlanLine[]
  deeds?: DemoDeed[]
}
export type AgreementDraft = Omit<DemoAgreement, 'number'>

/** Rates in the customer’s currency. */
type Terms = Partial<Omit<AgreementDraft, 'id' | 'customerId' | 'ratePerHour' | 'overageRate'>> & {
  heading: string
  terms: string
  settlement: AgreementDraft['settlement']
  validFrom: string
  ratePerHour?: number
  overageRate?: number
  rounding: readonly [increment: number, minimum: number]
}

const DRAWN_UP_AT = '10:15'
const BEFORE_OFFICE = '07:45'
const NIGHT = '02:00'

export const agreementId = (key: string) => idOf(`agreement ${key}`)

/** An agreement as most of them are: active, open-ended, for all work, billed beyond prepaid cover. */
export function agreementOf(
  key: string,
  customer: CustomerKey,
  { ratePerHour, overageRate, rounding: [incrementMinutes, minimumMinutes], ...terms }: Terms,
): AgreementDraft {
  return {
    state: 'active',
    validTo: null,
    currency: currencyOf(customer),
    rateCardId: null,
    incrementMinutes,
    minimumMinutes,
    roundingScope: 'entry',
    afterHours: 'none',
    calendarId: null,
    afterHoursFactor: 1000,
    weekendFactor: null,
    holidayFactor: null,
    scope: [],
    overagePolicy: 'bill',
    termMonths: null,
    renewal: 'none',
    noticeDays: 0,
    creditsUnused: false,
    ownerId: employeeId(customerRow(customer).manager),
    poNumber: '',
    createdAt: instantOf(terms.validFrom, BEFORE_OFFICE),
    ...terms,
    id: agreementId(key),
    customerId: customerId(customer),
    ratePerHour: ratePerHour === undefined ? null : ratePerHour * 100,
    overageRate: overageRate === undefined ? null : overageRate * 100,
  }
}

/** What prepaid support is not for: projects, and the road. */
export const BEYOND_SUPPORT = ['project', 'travel'] as const satisfies readonly ActivityKey[]

export const without = (...keys: readonly ActivityKey[]): DemoScopeRule[] =>
  keys.map((key) => ({ mode: 'exclude', kind: 'activity_type', id: activityId(key) }))
export const onlyFor = (...keys: readonly ActivityKey[]): DemoScopeRule[] =>
  keys.map((key) => ({ mode: 'include', kind: 'activity_type', id: activityId(key) }))

/** What the customer’s work took of a voucher of minutes for support. */
export function supportUses(
  { cases }: Ground,
  customer: CustomerKey,
  [increment, minimum]: readonly [number, number],
): Use[] {
  return usesOf(cases, customerId(customer), { increment, minimum }, BEYOND_SUPPORT)
}

/** Before the office opens, so that the day’s work finds it. */
export const atOpening = (day: string): Date => instantOf(day, BEFORE_OFFICE)
export const inOffice = (day: string): Date => instantOf(day, DRAWN_UP_AT)
/** When the night’s job runs; never later than now. */
export function atNight(day: string, { now }: Present): Date {
  const night = instantOf(day, NIGHT)
  return night < now ? night : now
}

/** The sale of a voucher by finance, in the morning of a day. Price in the customer’s currency. */
export function sale(
  customer: CustomerKey,
  day: string,
  { price, ...voucher }: Omit<DemoVoucher, 'activateOn' | 'remarks' | 'currency' | 'validFrom'> & Partial<DemoVoucher>,
): DemoDeed {
  return {
    at: atOpening(day),
    customerId: customerId(customer),
    kind: 'sell',
    byId: employeeId('karen'),
    voucher: {
      ...{ activateOn: 'sale', remarks: '', validFrom: null, currency: currencyOf(customer) },
      ...voucher,
      price: price * 100,
    },
  }
}

export const settle = (customer: CustomerKey, key: string, at: Date): DemoDeed => ({
  at,
  customerId: customerId(customer),
  kind: 'settle',
  agreementId: agreementId(key),
})
