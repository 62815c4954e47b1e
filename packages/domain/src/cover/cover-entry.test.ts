import { expect, test } from 'vitest'
import {
  buildAfterHours,
  buildAgreement,
  buildClock,
  buildEntry,
  buildPayer,
  buildPool,
  buildState,
  support,
} from '../../test/build-cover.ts'
import { coverEntry } from './cover-entry.ts'
import type { Cover } from './entry.ts'

const payer = buildPayer()
const nothing = buildState()
const hours = buildAgreement({ id: 'hours', number: 1, ratePerHour: 95_000 })
const vouchers = buildAgreement({ id: 'vouchers', number: 2, settlement: 'voucher', overageRatePerHour: 110_000 })
const prepaid = buildPool({ id: 'V-12', units: 600, price: 900_000, used: 405 })

function paid({ pieces }: Cover) {
  return pieces.map(({ kind, minutes, amount, poolId, units }) => [kind, minutes, amount, poolId, units])
}

test('time spent explains itself from minutes to amount', () => {
  const quarters = { ...hours, increment: 15, minimum: 15 }
  expect(coverEntry(buildEntry({ minutes: 22 }), payer, [quarters], nothing)).toEqual({
    isBillable: true,
    agreementId: 'hours',
    currency: 'DKK',
    billableMinutes: 30,
    ratePerHour: 95_000,
    amount: 47_500,
    pieces: [
      {
        kind: 'time_spent',
        minutes: 30,
        factorPermille: 1000,
        ratePerHour: 95_000,
        amount: 47_500,
        value: 47_500,
        agreementId: 'hours',
        poolId: null,
        units: null,
        hold: null,
      },
    ],
    explanation: [
      { step: 'terms', agreement: 'hours' },
      { step: 'rounded', actual: 22, increment: 15, minimum: 15, billable: 30 },
      { step: 'rate', source: 'agreement', ratePerHour: 95_000 },
      { step: 'amount', minutes: 30, amount: 47_500, factorPermille: 1000, ratePerHour: 95_000 },
    ],
    ruleVersion: 2,
  })
})

test('E1: three entries make 1,900.00', () => {
  const quarters = { ...hours, increment: 15, minimum: 15 }
  const covers = [7, 22, 61].map((minutes) => coverEntry(buildEntry({ minutes }), payer, [quarters], nothing))
  expect(covers.map(({ billableMinutes, amount }) => [billableMinutes, amount])).toEqual([
    [15, 23_750],
    [30, 47_500],
    [75, 118_750],
  ])
})

test('E3: Friday from half past three to a quarter past five makes 2,375.00', () => {
  const entry = buildEntry(buildClock('2026-05-22T15:30+02:00', '2026-05-22T17:15+02:00'))
  const cover = coverEntry(entry, payer, [{ ...hours, ratePerHour: 100_000, afterHours: buildAfterHours() }], nothing)
  expect(cover.pieces.map(({ minutes, factorPermille, amount }) => [minutes, factorPermille, amount])).toEqual([
    [30, 1000, 50_000],
    [75, 1500, 187_500],
  ])
  expect(cover.amount).toBe(237_500)
})

test('E4: 50 minutes as worked make 791.67', () => {
  expect(coverEntry(buildEntry({ minutes: 50 }), payer, [hours], nothing).amount).toBe(79_167)
})

test('E6: pools are drawn in their order, however they are given', () => {
  const a = buildPool({ id: 'A', units: 600, price: 900_000, used: 510, expiresOn: '2026-06-30' })
  const b = buildPool({ id: 'B', units: 600, price: 950_000 })
  const cover = coverEntry(buildEntry({ minutes: 180 }), payer, [vouchers], buildState({ pools: [b, a] }))
  expect(paid(cover)).toEqual([
    ['voucher', 90, 0, 'A', 90],
    ['voucher', 90, 0, 'B', 90],
  ])
  expect(cover.amount).toBe(0)
})

test('E7: what a voucher cannot pay for is overage at its own rate', () => {
  const nearlyEmpty = buildPool({ id: 'V-1', units: 600, price: 900_000, used: 540, revenue: 810_000 })
  const cover = coverEntry(buildEntry({ minutes: 150 }), payer, [vouchers], buildState({ pools: [nearlyEmpty] }))
  expect(paid(cover)).toEqual([
    ['voucher', 60, 0, 'V-1', 60],
    ['overage', 90, 165_000, null, null],
  ])
  expect(cover.amount).toBe(165_000)
})

test('E22: money pays for the senior at 1,200.00 and the junior at 700.00', () => {
  const senior = { id: 'senior', ratePerHour: 120_000, drawFactorPermille: 2000 }
  const junior = { id: 'junior', ratePerHour: 70_000, drawFactorPermille: 500 }
  const money = buildPool({ id: 'V-1', unit: 'money', units: 1_000_000, price: 1_000_000 })
  const rest = { ...money, balance: 700_000, liability: 700_000 }
  const of = (minutes: number, priceClass: typeof senior, pool: typeof money) =>
    coverEntry(buildEntry({ minutes, priceClass }), payer, [vouchers], buildState({ pools: [pool] }))
  expect(paid(of(150, senior, money))).toEqual([['voucher', 150, 0, 'V-1', 300_000]])
  expect(paid(of(180, junior, rest))).toEqual([['voucher', 180, 0, 'V-1', 210_000]])
})

test('a draw tells of its pool, and keeps the value by the hour (R39)', () => {
  const quarters = { ...vouchers, increment: 15, minimum: 30 }
  const cover = coverEntry(buildEntry({ minutes: 22 }), payer, [quarters], buildState({ pools: [prepaid] }))
  expect(cover.pieces).toMatchObject([{ ratePerHour: 110_000, amount: 0, value: 55_000, agreementId: 'vouchers' }])
  expect(cover.explanation).toEqual([
    { step: 'terms', agreement: 'vouchers' },
    { step: 'rounded', actual: 22, increment: 15, minimum: 30, billable: 30 },
    { step: 'rate', source: 'company', ratePerHour: 110_000 },
    {
      step: 'drawn',
      pool: 'V-12',
      kind: 'voucher',
      agreement: 'vouchers',
      unit: 'minutes',
      minutes: 30,
      units: 30,
      balanceBefore: 195,
      balanceAfter: 165,
      expiresOn: '2026-12-31',
    },
  ])
})

const monthly = buildAgreement({ id: 'monthly', number: 3, settlement: 'subscription', overagePolicy: 'approve' })
const quota = buildPool({ id: '2026-03', kind: 'quota', agreementId: 'monthly', units: 40, price: 0 })

test.for([
  ['subscription first', ['subscription', 'voucher'], 'monthly', ['2026-03', 'V-12']],
  ['voucher first', ['voucher', 'subscription'], 'vouchers', ['V-12']],
] as const)('prepaid cover is asked in the customer’s order: %s (R14)', ([, coverOrder, leading, pools]) => {
  const by = buildPayer({ customer: { currency: 'DKK', ratePerHour: null, coverOrder } })
  const cover = coverEntry(buildEntry(), by, [hours, vouchers, monthly], buildState({ pools: [prepaid, quota] }))
  expect(cover.agreementId).toBe(leading)
  expect(cover.pieces.map(({ poolId }) => poolId)).toEqual(pools)
})

test('what prepaid cover leaves is time spent under the agreement for it, at its rate', () => {
  const cover = coverEntry(buildEntry(), payer, [hours, monthly], buildState({ pools: [quota] }))
  expect(paid(cover)).toEqual([
    ['subscription', 40, 0, '2026-03', 40],
    ['time_spent', 20, 31_667, null, null],
  ])
  expect(cover.explanation.map(({ step }) => step)).toEqual(['terms', 'rounded', 'rate', 'drawn', 'rate', 'amount'])
  expect(cover.explanation.slice(-2)).toMatchObject([{ source: 'agreement', ratePerHour: 95_000 }, { minutes: 20 }])
})

test.for([
  ['bill', null],
  ['approve', 'approval'],
  ['block', 'blocked'],
] as const)('overage under policy %s is held: %s (R22)', ([overagePolicy, hold]) => {
  const cover = coverEntry(buildEntry(), payer, [{ ...monthly, overagePolicy }], buildState({ pools: [quota] }))
  expect(cover.pieces.at(-1)).toMatchObject({ kind: 'overage', minutes: 20, agreementId: 'monthly', hold })
  expect(cover.explanation).toContainEqual({
    step: 'overage',
    agreement: 'monthly',
    minutes: 20,
    policy: overagePolicy,
  })
})

test('overage is that of the last prepaid agreement that was asked', () => {
  const cover = coverEntry(buildEntry({ minutes: 90 }), payer, [vouchers, monthly], buildState({ pools: [quota] }))
  expect(cover.pieces.at(-1)).toMatchObject({ kind: 'overage', agreementId: 'vouchers', amount: 91_667, hold: null })
})

test('terms do not change when a voucher runs dry', () => {
  const quarters = { ...vouchers, increment: 15, minimum: 15 }
  const empty = buildState({ pools: [{ ...prepaid, balance: 0 }] })
  expect(coverEntry(buildEntry({ minutes: 22 }), payer, [quarters, hours], empty)).toMatchObject({
    agreementId: 'vouchers',
    billableMinutes: 30,
    pieces: [{ kind: 'time_spent', agreementId: 'hours', minutes: 30, amount: 47_500 }],
  })
})

test.for([
  ['with an empty pool', [{ ...prepaid, balance: 0 }], { step: 'pool_empty', pool: 'V-12', agreement: 'vouchers' }],
  ['with an expired pool', [{ ...prepaid, expiresOn: '2026-03-01' }], { step: 'no_pool', agreement: 'vouchers' }],
  ['without a pool', [], { step: 'no_pool', agreement: 'vouchers' }],
] as const)('a prepaid agreement that pays for nothing says why: %s', ([, pools, step]) => {
  const cover = coverEntry(buildEntry(), payer, [vouchers], buildState({ pools }))
  expect(cover.explanation).toContainEqual(step)
  expect(paid(cover)).toEqual([['overage', 60, 110_000, null, null]])
})

const cases = buildPool({ id: 'cases', unit: 'cases', units: 3, price: 100_000, expiresOn: '2026-01-31' })

test('a unit that the case took before pays for all of it, whatever the day and the order', () => {
  const state = buildState({ pools: [prepaid, quota, cases], casePoolIds: ['cases'] })
  const cover = coverEntry(buildEntry(), payer, [vouchers, monthly], state)
  expect(paid(cover)).toEqual([['voucher', 60, 0, 'cases', 0]])
  expect(cover.explanation.at(-1)).toEqual({ step: 'case_covered', pool: 'cases', agreement: 'vouchers', minutes: 60 })
})

test('a unit of an agreement that does not count any more pays for nothing', () => {
  const state = buildState({ pools: [cases], casePoolIds: ['cases'] })
  const cover = coverEntry(buildEntry(), payer, [{ ...vouchers, state: 'suspended' }, hours], state)
  expect(paid(cover)).toEqual([['time_spent', 60, 95_000, null, null]])
})

test('work without a case takes no unit of cases', () => {
  const open = { ...cases, expiresOn: null }
  const cover = coverEntry(buildEntry({ caseId: null }), payer, [vouchers], buildState({ pools: [open] }))
  expect(cover.pieces.map(({ poolId }) => poolId)).toEqual([null])
})

test('work outside of contract is charged at the customer’s or the company’s rate', () => {
  const cover = coverEntry(buildEntry({ choice: { mode: 'outside' } }), payer, [hours], nothing)
  expect(cover).toMatchObject({
    agreementId: null,
    amount: 110_000,
    pieces: [{ kind: 'time_spent', agreementId: null }],
  })
  expect(cover.explanation[0]).toEqual({ step: 'outside_contract' })
})

test('an agreement that is passed over is told, and why', () => {
  const narrow = buildAgreement({ id: 'narrow', scope: [{ kind: 'project', id: 'move', mode: 'include' }] })
  expect(coverEntry(buildEntry(), payer, [narrow, vouchers], nothing).explanation.slice(0, 2)).toEqual([
    { step: 'agreement_passed_over', agreement: 'narrow', because: 'project' },
    { step: 'terms', agreement: 'vouchers' },
  ])
})

test.for([
  ['the entry says so', { isBillable: false }, true, 'entry'],
  ['the activity is not', { activityType: { ...support, isBillable: false } }, true, 'activity'],
  ['the agreement is not', {}, false, 'agreement'],
  ['the entry overrules activity', { isBillable: true, activityType: { ...support, isBillable: false } }, true, null],
  ['the entry overrules agreement', { isBillable: true }, false, null],
  ['nothing says otherwise', {}, true, null],
] as const)('billable or not: %s', ([, said, isBillable, because]) => {
  const cover = coverEntry(buildEntry(said), payer, [{ ...hours, isBillable }], nothing)
  expect(cover.isBillable).toBe(because === null)
  expect(cover.explanation.filter(({ step }) => step === 'not_billable')).toEqual(
    because === null ? [] : [{ step: 'not_billable', because }],
  )
})

test('work that is not billable keeps its minutes, draws nothing and bears no amount', () => {
  const cover = coverEntry(
    buildEntry({ minutes: 22, isBillable: false }),
    payer,
    [vouchers],
    buildState({ pools: [prepaid] }),
  )
  expect(cover).toMatchObject({ agreementId: 'vouchers', billableMinutes: 0, amount: null, ratePerHour: null })
  expect(cover.pieces).toMatchObject([{ kind: 'non_billable', minutes: 22, amount: null, value: null, poolId: null }])
})

test('internal time is never billable', () => {
  const cover = coverEntry(buildEntry({ isBillable: true }), buildPayer({ customer: null }), [], nothing)
  expect(cover).toMatchObject({ isBillable: false, agreementId: null, currency: 'DKK' })
  expect(cover.explanation).toEqual([{ step: 'not_billable', because: 'internal' }])
})
