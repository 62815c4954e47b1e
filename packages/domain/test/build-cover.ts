import { steadyCalendar } from '../src/calendar/service-calendar.ts'
import type { CoverState, EntryToCover, Payer } from '../src/cover/entry.ts'
import type { Pool } from '../src/cover/pool.ts'
import type { AfterHours, AgreementTerms } from '../src/cover/terms.ts'
import { createZone } from '../src/time/zone.ts'

export const copenhagen = createZone('Europe/Copenhagen')

export const support: EntryToCover['activityType'] = {
  id: 'support',
  isBillable: true,
  factorPermille: 1000,
  fixedRatePerHour: null,
  minimum: 0,
}

/** Mondays to Fridays from eight to four, with one holiday on a Thursday and one on a Saturday. */
export const office = steadyCalendar(
  ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: 8 * 60, to: 16 * 60 })),
  ['2026-04-02', '2026-12-26'],
)

const noSurcharge: AfterHours = {
  policy: 'none',
  calendar: null,
  factorPermille: 1000,
  weekendFactorPermille: null,
  holidayFactorPermille: null,
}

/** An hour of support on a case, on a Monday, without a clock. */
export function buildEntry(overrides: Partial<EntryToCover> = {}): EntryToCover {
  return {
    workDate: '2026-03-02',
    startMs: null,
    endMs: null,
    minutes: 60,
    isBillable: null,
    ratePerHour: null,
    activityType: support,
    priceClass: null,
    caseId: 'case',
    choice: { mode: 'automatic' },
    presentAgreementIds: [],
    caseTypeIds: [],
    departmentIds: [],
    projectIds: [],
    ...overrides,
  }
}

export function buildClock(
  start: string,
  end: string,
): Pick<EntryToCover, 'workDate' | 'startMs' | 'endMs' | 'minutes'> {
  const [startMs, endMs] = [Date.parse(start), Date.parse(end)]
  return { workDate: copenhagen.dateAt(startMs), startMs, endMs, minutes: (endMs - startMs) / 60_000 }
}

export function buildPayer(overrides: Partial<Payer> = {}): Payer {
  return {
    customer: { currency: 'DKK', ratePerHour: null, coverOrder: ['subscription', 'voucher'] },
    company: { currency: 'DKK', ratePerHour: 110_000 },
    zone: copenhagen,
    ...overrides,
  }
}

/** Active since the start of the year, as worked, without a rate of its own. */
export function buildAgreement(overrides: Partial<AgreementTerms> = {}): AgreementTerms {
  return {
    id: 'agreement',
    number: 1,
    heading: overrides.id ?? 'agreement',
    settlement: 'time_spent',
    state: 'active',
    validFrom: '2026-01-01',
    validTo: null,
    currency: 'DKK',
    isBillable: true,
    ratePerHour: null,
    rateCard: [],
    increment: 1,
    minimum: 0,
    roundingScope: 'entry',
    afterHours: noSurcharge,
    scope: [],
    overagePolicy: 'bill',
    overageRatePerHour: null,
    ...overrides,
  }
}

export function buildAfterHours(overrides: Partial<AfterHours> = {}): AfterHours {
  return { ...noSurcharge, policy: 'automatic', calendar: office, factorPermille: 1500, ...overrides }
}

type Sold = { units: number; price: number; used?: number; revenue?: number }

/** A voucher of the agreement `vouchers`, valid all year, with what was used of it and earned so far. */
export function buildPool({ units, price, used = 0, revenue = 0, ...overrides }: Partial<Pool> & Sold): Pool {
  return {
    id: 'pool',
    agreementId: 'vouchers',
    kind: 'voucher',
    name: overrides.id ?? 'pool',
    unit: 'minutes',
    validFrom: '2026-01-01',
    expiresOn: '2026-12-31',
    ownUntil: null,
    carryMax: null,
    order: 1,
    balance: units - used,
    liability: price - revenue,
    baseUnits: units,
    baseLiability: price,
    ...overrides,
  }
}

export function buildState(overrides: Partial<CoverState> = {}): CoverState {
  return { pools: [], casePoolIds: [], ratedBefore: [], ...overrides }
}
