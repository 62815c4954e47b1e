import fc from 'fast-check'
import type { HistoryEntry } from '../src/cover/cover-history.ts'
import type { Payer } from '../src/cover/entry.ts'
import type { Pool } from '../src/cover/pool.ts'
import type { AgreementTerms } from '../src/cover/terms.ts'
import { buildAfterHours, buildAgreement, buildEntry, buildPayer, buildPool, copenhagen } from './build-cover.ts'

export type AnyHistory = {
  entries: HistoryEntry[]
  agreements: AgreementTerms[]
  pools: Pool[]
  payer: Payer
}

const DAY_MS = 86_400_000
const MARCH_MS = Date.parse('2026-03-01T00:00Z')

export const anyDay: fc.Arbitrary<string> = fc.integer({ min: 0, max: 30 }).map(dayInMarch)
const anyRate = fc.option(fc.integer({ min: 0, max: 200_000 }))
const anyFactor = fc.constantFrom(1000, 1500, 2000)
const anyOrder = fc.constantFrom<('subscription' | 'voucher')[]>(
  ['subscription', 'voucher'],
  ['voucher', 'subscription'],
)

const anyEntry = fc
  .record({
    workDate: anyDay,
    minute: fc.option(fc.integer({ min: 0, max: 1200 })),
    minutes: fc.integer({ min: 0, max: 240 }),
    pause: fc.integer({ min: 0, max: 30 }),
    isBillable: fc.constantFrom(null, null, null, true, false),
    ratePerHour: fc.constantFrom(null, null, null, 0, 83_333),
    activityType: fc.record({
      id: fc.constantFrom('support', 'training'),
      isBillable: fc.constantFrom(true, true, true, false),
      factorPermille: anyFactor,
      fixedRatePerHour: fc.constantFrom(null, null, 45_000),
      minimum: fc.constantFrom(0, 30),
    }),
    priceClass: fc.option(
      fc.record({
        id: fc.constantFrom('junior', 'senior'),
        ratePerHour: anyRate,
        drawFactorPermille: fc.constantFrom(0, 500, 1000, 1200, 2000),
      }),
    ),
    caseId: fc.constantFrom(null, 'one', 'two', 'three'),
    isOutside: fc.constantFrom(false, false, false, false, true),
  })
  .map(({ minute, pause, isOutside, ...overrides }) => {
    const startMs = minute === null ? null : copenhagen.toInstant(Date.parse(overrides.workDate) + minute * 60_000)
    const endMs = startMs === null ? null : startMs + (overrides.minutes + pause) * 60_000
    return buildEntry({ ...overrides, startMs, endMs, choice: { mode: isOutside ? 'outside' : 'automatic' } })
  })

const anyTerms = fc.record({
  increment: fc.constantFrom(1, 6, 15),
  minimum: fc.constantFrom(0, 15, 30),
  roundingScope: fc.constantFrom('entry' as const, 'case_day' as const, 'case_period' as const),
  ratePerHour: anyRate,
  overageRatePerHour: anyRate,
  overagePolicy: fc.constantFrom('bill' as const, 'approve' as const, 'block' as const),
  currency: fc.constantFrom('DKK', 'DKK', 'DKK', 'EUR'),
  validFrom: fc.constantFrom('2026-01-01', '2026-03-10'),
  afterHours: fc
    .record({
      policy: fc.constantFrom('none' as const, 'automatic' as const, 'suggest' as const),
      factorPermille: anyFactor,
    })
    .map(buildAfterHours),
  scope: fc.constantFrom([], [], [{ kind: 'activity_type' as const, id: 'training', mode: 'exclude' as const }]),
})

const settlements = { hours: 'time_spent', vouchers: 'voucher', more: 'voucher', monthly: 'subscription' } as const

const anyAgreements = fc
  .tuple(anyTerms, anyTerms, anyTerms, anyTerms, fc.subarray(Object.keys(settlements) as (keyof typeof settlements)[]))
  .map(([hours, vouchers, more, monthly, present]) => {
    const terms = { hours, vouchers, more, monthly }
    return present.map((id) => buildAgreement({ ...terms[id], id, number: 1, settlement: settlements[id] }))
  })

const anyPool = fc.record({
  agreementId: fc.constantFrom('vouchers', 'more', 'monthly'),
  unit: fc.constantFrom(
    'minutes' as const,
    'minutes' as const,
    'cases' as const,
    'money' as const,
    'unlimited' as const,
  ),
  units: fc.integer({ min: 0, max: 600 }),
  price: fc.integer({ min: 0, max: 1_000_000 }),
  validFrom: fc.constantFrom('2026-01-01', '2026-03-05'),
  expiresOn: fc.option(anyDay),
  ownUntil: fc.option(anyDay),
  carryMax: fc.option(fc.integer({ min: 0, max: 120 })),
  order: fc.integer({ min: 1, max: 3 }),
})

/** Work of March under any agreements, all of one number, with prepaid pools of every unit. */
export const anyHistory: fc.Arbitrary<AnyHistory> = fc.record({
  entries: fc.array(anyEntry, { maxLength: 15 }).map(numbered),
  agreements: anyAgreements,
  pools: fc.array(anyPool, { maxLength: 5 }).map((pools) => pools.map((pool, index) => poolOf(pool, index))),
  payer: fc
    .record({ coverOrder: anyOrder, company: anyRate, customer: anyRate })
    .map(({ coverOrder, company, customer }) =>
      buildPayer({
        customer: { currency: 'DKK', ratePerHour: customer, coverOrder },
        company: { currency: 'DKK', ratePerHour: company },
      }),
    ),
})

/** Entries with ids, so that two of the same moment have an order. */
export function numbered<E>(entries: readonly E[]): (E & { id: string })[] {
  return entries.map((entry, index) => ({ ...entry, id: `entry-${String(index).padStart(2, '0')}` }))
}

function poolOf(pool: typeof anyPool extends fc.Arbitrary<infer P> ? P : never, index: number): Pool {
  const isQuota = pool.agreementId === 'monthly'
  const units = pool.unit === 'unlimited' ? 0 : pool.unit === 'money' ? pool.units * 1000 : pool.units
  const price = isQuota || units === 0 ? 0 : pool.price
  return buildPool({
    ...pool,
    units,
    price,
    id: `pool-${String(index)}`,
    kind: isQuota ? 'quota' : 'voucher',
    ...(!isQuota && { ownUntil: null, carryMax: null }),
  })
}

function dayInMarch(day: number): string {
  return new Date(MARCH_MS + day * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length)
}
