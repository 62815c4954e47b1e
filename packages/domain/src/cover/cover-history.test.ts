import { expect, test } from 'vitest'
import { buildAgreement, buildClock, buildEntry, buildPayer, buildPool } from '../../test/build-cover.ts'
import { numbered } from '../../test/any-history.ts'
import { compareInRatingOrder, coverHistory } from './cover-history.ts'
import type { CoveredHistory } from './cover-history.ts'
import type { Pool } from './pool.ts'

const payer = buildPayer()
const vouchers = buildAgreement({ id: 'vouchers', settlement: 'voucher', overageRatePerHour: 110_000 })

function drawn({ draws }: CoveredHistory) {
  return draws.map(({ entryId, poolId, units, revenue }) => [entryId, poolId, units, revenue])
}

function left({ pools }: CoveredHistory) {
  return pools.map(({ id, balance, liability }) => [id, balance, liability])
}

function cover(minutes: readonly number[], pools: readonly Pool[], terms = vouchers) {
  return coverHistory(numbered(minutes.map((some) => buildEntry({ minutes: some }))), payer, [terms], pools)
}

test.for([
  ['entry', [36_000 + 24_000, 72_000, 60_000], 192_000],
  ['case_day', [60_000, 36_000, 60_000], 156_000],
] as const)('E2: 12, 31 and 30 minutes rounded by %s', ([roundingScope, amounts, total]) => {
  const hours = buildAgreement({ increment: 6, minimum: 30, roundingScope, ratePerHour: 120_000 })
  const covered = cover([12, 31, 30], [], hours).entries.map((entry) => entry.cover.amount ?? 0)
  expect(covered).toEqual(amounts)
  expect(covered.reduce((sum, amount) => sum + amount)).toBe(total)
})

test('E6: 180 minutes take 90 of the voucher that expires first and 90 of the next', () => {
  const a = buildPool({ id: 'A', units: 600, price: 900_000, used: 510, revenue: 765_000, expiresOn: '2026-06-30' })
  const b = buildPool({ id: 'B', units: 600, price: 950_000 })
  const history = cover([180], [b, a])
  expect(drawn(history)).toEqual([
    ['entry-00', 'A', 90, 135_000],
    ['entry-00', 'B', 90, 142_500],
  ])
  expect(history.draws.map(({ position }) => position)).toEqual([0, 1])
  expect(left(history)).toEqual([
    ['A', 0, 0],
    ['B', 510, 807_500],
  ])
  expect(history.entries[0]?.cover.amount).toBe(0)
})

test('E7: a voucher’s last hour earns 900.00, and 90 minutes are left to charge', () => {
  const history = cover([150], [buildPool({ units: 600, price: 900_000, used: 540, revenue: 810_000 })])
  expect(drawn(history)).toEqual([['entry-00', 'pool', 60, 90_000]])
  expect(history.entries[0]?.cover.amount).toBe(165_000)
})

test('E8: three cases take a unit each, at the first billable entry, and close the voucher', () => {
  const entries = numbered([
    buildEntry({ caseId: 'one', isBillable: false }),
    buildEntry({ caseId: 'one' }),
    buildEntry({ caseId: 'two' }),
    buildEntry({ caseId: 'one', workDate: '2027-02-01' }),
    buildEntry({ caseId: 'three' }),
    buildEntry({ caseId: 'four' }),
  ])
  const history = coverHistory(entries, payer, [vouchers], [buildPool({ unit: 'cases', units: 3, price: 100_000 })])
  expect(drawn(history)).toEqual([
    ['entry-01', 'pool', 1, 33_333],
    ['entry-02', 'pool', 1, 33_334],
    ['entry-04', 'pool', 1, 33_333],
  ])
  expect(left(history)).toEqual([['pool', 0, 0]])
  expect(history.entries.map(({ id, cover: { pieces } }) => [id, pieces[0]?.kind, pieces[0]?.units])).toEqual([
    ['entry-00', 'non_billable', null],
    ['entry-01', 'voucher', 1],
    ['entry-02', 'voucher', 1],
    ['entry-04', 'voucher', 1],
    ['entry-05', 'overage', null],
    ['entry-03', 'voucher', 0],
  ])
})

test('E22: money pays for a senior and then a junior, and 4,900.00 are left', () => {
  const of = (minutes: number, ratePerHour: number) =>
    buildEntry({ minutes, priceClass: { id: String(ratePerHour), ratePerHour, drawFactorPermille: 1000 } })
  const money = buildPool({ unit: 'money', units: 1_000_000, price: 1_000_000 })
  const history = coverHistory(numbered([of(150, 120_000), of(180, 70_000)]), payer, [vouchers], [money])
  expect(drawn(history)).toEqual([
    ['entry-00', 'pool', 300_000, 300_000],
    ['entry-01', 'pool', 210_000, 210_000],
  ])
  expect(left(history)).toEqual([['pool', 490_000, 490_000]])
})

test('entries are rated by day, then by start with none first, then by id (R16)', () => {
  const noon = buildClock('2026-03-02T12:00+01:00', '2026-03-02T13:00+01:00')
  const morning = buildClock('2026-03-02T08:00+01:00', '2026-03-02T09:00+01:00')
  const entries = [
    { ...buildEntry({ workDate: '2026-03-03' }), id: 'a' },
    { ...buildEntry(noon), id: 'b' },
    { ...buildEntry(morning), id: 'd' },
    { ...buildEntry(morning), id: 'c' },
    { ...buildEntry(), id: 'e' },
  ]
  expect(entries.toSorted(compareInRatingOrder).map(({ id }) => id)).toEqual(['e', 'c', 'd', 'b', 'a'])
})

test('only billable work of the same case and agreement counts before an entry', () => {
  const terms = buildAgreement({ increment: 60, roundingScope: 'case_period', ratePerHour: 60_000 })
  const entries = numbered([
    buildEntry({ minutes: 10 }),
    buildEntry({ minutes: 10, isBillable: false }),
    buildEntry({ minutes: 10, caseId: 'other' }),
    buildEntry({ minutes: 10, choice: { mode: 'outside' } }),
    buildEntry({ minutes: 45 }),
    buildEntry({ minutes: 10 }),
    buildEntry({ minutes: 10, workDate: '2026-04-01' }),
  ])
  const { entries: covered } = coverHistory(entries, payer, [terms], [])
  expect(covered.map((entry) => entry.cover.billableMinutes)).toEqual([60, 0, 60, 10, 0, 60, 60])
})

test('what a case brings along counts as if it had been rated here', () => {
  const terms = { ...vouchers, increment: 60, roundingScope: 'case_day' } as const
  const entries = numbered([buildEntry({ minutes: 30 }), buildEntry({ minutes: 30, workDate: '2026-03-03' })])
  const pool = buildPool({ unit: 'cases', units: 1, price: 100, used: 1, revenue: 100 })
  const before = {
    casePoolIds: ['pool'],
    ratedBefore: [{ agreementId: 'vouchers', workDate: '2026-03-02', minutes: 20, billableMinutes: 60 }],
  }
  const history = coverHistory(entries, payer, [terms], [pool], new Map([['case', before]]))
  expect(history.entries.map((entry) => entry.cover.pieces.map(({ minutes, units }) => [minutes, units]))).toEqual([
    [],
    [[60, 0]],
  ])
  expect(history.draws).toEqual([])
  expect(before.ratedBefore).toEqual([
    { agreementId: 'vouchers', workDate: '2026-03-02', minutes: 20, billableMinutes: 60 },
  ])
})

test('work after a quota’s own period draws what it carries over, once (R38)', () => {
  const monthly = buildAgreement({ id: 'monthly', settlement: 'subscription' })
  const quota = buildPool({
    agreementId: 'monthly',
    kind: 'quota',
    units: 300,
    price: 0,
    expiresOn: '2026-04-30',
    ownUntil: '2026-03-31',
    carryMax: 60,
  })
  const days = ['2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03']
  const entries = numbered(days.map((workDate) => buildEntry({ workDate, minutes: 40 })))
  const history = coverHistory(entries, payer, [monthly], [quota])
  expect(history.draws.map(({ units }) => units)).toEqual([40, 40, 20])
  expect(left(history)).toEqual([['pool', 200, 0]])
})
