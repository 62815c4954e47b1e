import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDay } from '../../test/any-history.ts'
import { buildAgreement, buildEntry, buildPayer } from '../../test/build-cover.ts'
import { compareInRatingOrder } from '../cover/cover-history.ts'
import { profitOf } from '../profit/profit.ts'
import type { Draft, DraftLine, Lot } from './draft.ts'
import { startSimulation } from './simulate.ts'
import type { ChargedToday, Simulated, WorkedEntry } from './simulate.ts'
import { NO_WORTH } from './tally.ts'

const window = { from: '2026-01-01', to: '2026-03-31', months: 3 }
const nothing: ChargedToday = { fees: [], expired: [], unused: 0 }
const payer = buildPayer()

/** All of it at once. */
function simulate(entries: readonly WorkedEntry[], ...under: Parameters<typeof startSimulation>): Simulated {
  const simulation = startSimulation(...under)
  for (const entry of entries) simulation.add(entry)
  return simulation.end()
}

function work(given: Partial<WorkedEntry>[]): WorkedEntry[] {
  return given.map((entry, index) => {
    const built = { ...buildEntry(), id: String(index).padStart(4, '0'), cost: 0, ...entry }
    return { today: { ...NO_WORTH, billableMinutes: built.minutes }, ...built }
  })
}

function draft(given: Partial<Draft['terms']>, rest: { lot?: Partial<Lot>; lines?: Partial<DraftLine>[] } = {}): Draft {
  const lot: Lot = { unit: 'minutes', quantity: 600, price: 9_000_00, validMonths: null, ...rest.lot }
  const line: DraftLine = {
    ...{ months: 1, anchor: 'start', prorate: true, timing: 'advance', leadDays: 0, position: 0 },
    ...{ quantity: 1, unitPrice: 4_000_00, quotaUnit: 'none', quota: 0, rolloverPeriods: 0, rolloverMax: null },
  }
  return {
    terms: buildAgreement({ id: 'draft', state: 'draft', validFrom: '2099-01-01', ...given }),
    lot: rest.lot === undefined ? null : lot,
    lines: (rest.lines ?? []).map((overrides) => ({ ...line, ...overrides })),
  }
}

test('E18: 52 minutes, billed as an hour at 950.00, leave 586.00 of 950.00 at a cost of 364.00', () => {
  const entries = work([{ minutes: 52, cost: 364_00 }])

  const { draft: side, cost } = simulate(entries, draft({ ratePerHour: 95_000, minimum: 60 }), payer, window, nothing)

  expect({ earned: side.earned, cost }).toEqual({ earned: 950_00, cost: 364_00 })
  expect(profitOf({ revenue: side.earned, labourCost: cost ?? 0, minutes: 52 })).toMatchObject({
    profit: 586_00,
    marginBasisPoints: 61_68,
  })
})

test('E19: a fee of 4,000.00 against 380 minutes that cost 2,660.00 leaves 1,340.00', () => {
  const plan = draft(
    { settlement: 'subscription' },
    { lines: [{ months: 3, quotaUnit: 'unlimited', unitPrice: 4_000_00 }] },
  )

  const simulated = simulate(work([{ minutes: 380, cost: 2_660_00 }]), plan, payer, window, nothing)

  const { earned, fees, coveredMinutes, overageMinutes } = simulated.draft
  expect({ earned, fees, coveredMinutes, overageMinutes }).toEqual({
    earned: 4_000_00,
    fees: 4_000_00,
    coveredMinutes: 380,
    overageMinutes: 0,
  })
  expect(profitOf({ revenue: earned, labourCost: simulated.cost ?? 0, minutes: 380 })).toMatchObject({
    profit: 1_340_00,
    marginBasisPoints: 33_50,
    effectiveRatePerHour: 631_58,
  })
  expect(simulated.breakEven.profitHoursPerMonth).toBe('3.17')
})

test('a voucher is bought anew when one is empty, and an entry draws over the edge', () => {
  const entries = work([{ minutes: 510 }, { minutes: 180 }, { minutes: 520 }])

  const { draft: side } = simulate(entries, draft({ settlement: 'voucher' }, { lot: {} }), payer, window, nothing)

  expect(side).toMatchObject({ vouchers: 27_000_00, earned: 18_150_00, unused: 8_850_00, coveredMinutes: 1210 })
})

test('a voucher that is over is not drawn from: what was left of it is earned, and another one bought', () => {
  const entries = work([
    { minutes: 60, workDate: '2026-01-05' },
    { minutes: 60, workDate: '2026-02-04' },
    { minutes: 60, workDate: '2026-02-05' },
  ])
  const draftOfMonths = draft({ settlement: 'voucher' }, { lot: { validMonths: 1 } })

  const { draft: side } = simulate(entries, draftOfMonths, payer, window, nothing)

  expect(side).toMatchObject({ vouchers: 18_000_00, earned: 18_000_00, unused: 0 })
})

test('an entry may need many small vouchers, and what none can pay for is overage', () => {
  const small = draft({ settlement: 'voucher', overageRatePerHour: 1_100_00 }, { lot: { quantity: 7, price: 100_00 } })
  const cases = draft({ settlement: 'voucher', overageRatePerHour: 1_100_00 }, { lot: { unit: 'cases', quantity: 1 } })

  const bySmall = simulate(work([{ minutes: 1440 }]), small, payer, window, nothing)
  const withoutCase = simulate(work([{ minutes: 60, caseId: null }]), cases, payer, window, nothing)

  expect(bySmall.draft).toMatchObject({ vouchers: 206 * 100_00, overageMinutes: 0, coveredMinutes: 1440 })
  expect(withoutCase.draft).toMatchObject({ vouchers: 0, overage: 1_100_00, overageMinutes: 60 })
})

test('a unit of cases pays for the case to its end, whatever was bought since', () => {
  const entries = work(['one', 'two', 'one', 'one'].map((caseId) => ({ caseId })))
  const cases = draft({ settlement: 'voucher' }, { lot: { unit: 'cases', quantity: 1, price: 750_00 } })

  expect(simulate(entries, cases, payer, window, nothing).draft).toMatchObject({
    vouchers: 1_500_00,
    earned: 1_500_00,
    coveredMinutes: 240,
  })
})

test('minutes are rounded together as the draft’s scope has it', () => {
  const entries = work([12, 31, 30].map((minutes) => ({ minutes })))
  const rounded = (roundingScope: 'entry' | 'case_day' | 'case_period') =>
    simulate(entries, draft({ ratePerHour: 120_000, increment: 6, minimum: 30, roundingScope }), payer, window, nothing)
      .draft.time

  expect([rounded('entry'), rounded('case_day'), rounded('case_period')]).toEqual([1_920_00, 1_560_00, 1_560_00])
})

test('what an agreement named by the case paid for is covered by the draft; outside of contract it stays outside', () => {
  const entries = work([
    { choice: { mode: 'chosen', agreementId: 'gone' }, presentAgreementIds: ['gone'] },
    { choice: { mode: 'outside' } },
  ])

  const { draft: side } = simulate(entries, draft({ settlement: 'voucher' }, { lot: {} }), payer, window, nothing)

  expect(side).toMatchObject({ coveredMinutes: 60, time: 1_100_00, billableMinutes: 120 })
})

test('an entry without a rate on either side counts for nothing', () => {
  const entries = work([{ today: null }, { cost: 100 }, { ratePerHour: 60_000, cost: 200, minutes: 30 }])
  const unpriced = buildPayer({ company: { currency: 'DKK', ratePerHour: null } })

  const simulated = simulate(entries, draft({}), unpriced, window, nothing)

  expect(simulated).toMatchObject({ entries: 1, leftOut: 2, minutes: 30, cost: 200, draft: { time: 300_00 } })
})

test('today is what was charged: entries, fees by their days, and vouchers that ran out', () => {
  const worth = { ...NO_WORTH, time: 100_00, vouchers: 50_00, billableMinutes: 90, coveredMinutes: 60 }
  const charged = {
    fees: [{ from: '2026-03-01', to: '2026-04-30', amount: 610_00 }],
    expired: [{ day: '2026-02-01', amount: 30_00 }],
    unused: 7_00,
  }

  const simulated = simulate(work([{ today: worth }]), draft({ ratePerHour: 60_000 }), payer, window, charged)

  expect(simulated.today).toMatchObject({ fees: 310_00, vouchers: 80_00, time: 100_00, total: 490_00, unused: 7_00 })
  expect(simulated.months.map(({ month, today, draft: other }) => [month, today, other])).toEqual([
    ['2026-01', 0, 0],
    ['2026-02', 30_00, 0],
    ['2026-03', 460_00, 600_00],
  ])
})

test.for([
  ['in its own currency', 'EUR', '123.33'],
  ['in another currency', 'DKK', null],
] as const)(
  'where all work was covered, what goes beyond a plan costs what the company asks %s',
  ([, currency, hours]) => {
    const plan = draft(
      { settlement: 'subscription', currency: 'EUR' },
      { lines: [{ quotaUnit: 'minutes', quota: 600, unitPrice: 4_000_00 }] },
    )
    const asking = buildPayer({ company: { currency, ratePerHour: 30_00 } })

    const simulated = simulate(work([{ minutes: 60, cost: 60_00 }]), plan, asking, window, nothing)

    expect(simulated.breakEven.profitHoursPerMonth).toBe(hours)
  },
)

const anyWork = fc
  .array(
    fc.record({ workDate: anyDay, minutes: fc.integer({ min: 1, max: 600 }), caseId: fc.constantFrom('a', 'b', null) }),
  )
  .map((entries) => work(entries).toSorted(compareInRatingOrder))
const anyLot = fc.record({
  unit: fc.constantFrom('minutes' as const, 'cases' as const, 'money' as const),
  quantity: fc.integer({ min: 1, max: 100_000 }),
  price: fc.integer({ min: 0, max: 1_000_000 }),
  validMonths: fc.constantFrom(null, 1),
})

test('whatever is bought is earned by use or expiry, or left; months sum to the whole; minutes go somewhere', () => {
  fc.assert(
    fc.property(anyWork, anyLot, fc.constantFrom(1, 15), (entries, lot, increment) => {
      const lots = draft({ settlement: 'voucher', increment }, { lot })
      const { draft: side, months } = simulate(entries, lots, payer, window, nothing)
      const hourly = side.time + side.overage

      expect(side.earned - hourly + side.unused).toBe(side.vouchers)
      expect(months.reduce((sum, month) => sum + month.draft, 0)).toBe(side.total)
      expect(side.coveredMinutes + side.overageMinutes).toBe(side.billableMinutes)
    }),
  )
})
