import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDay, anyHistory, numbered } from '../../test/any-history.ts'
import type { AnyHistory } from '../../test/any-history.ts'
import { buildAgreement, buildEntry, buildPayer, buildPool } from '../../test/build-cover.ts'
import { coverHistory } from './cover-history.ts'
import type { HistoryEntry } from './cover-history.ts'
import type { Pool } from './pool.ts'

function cover({ entries, payer, agreements, pools }: AnyHistory) {
  return coverHistory(entries, payer, agreements, pools)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

test('(a) pieces sum to the billable minutes, and their amounts to the amount', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const { entries } = cover(history)
      expect(entries).toHaveLength(history.entries.length)
      for (const { cover: covered } of entries) {
        const billable = covered.pieces.filter(({ kind }) => kind !== 'non_billable')
        const amounts = covered.pieces.map(({ amount }) => amount)
        expect(sum(billable.map(({ minutes }) => minutes))).toBe(covered.billableMinutes)
        expect(covered.amount).toBe(amounts.includes(null) ? null : sum(amounts.map(Number)))
      }
    }),
  )
})

test('(b) what was paid for a pool is recognised or owed, and no pool falls below zero', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const { pools, draws } = cover(history)
      expect(pools).toHaveLength(history.pools.length)
      for (const pool of pools) {
        const ofPool = draws.filter(({ poolId }) => poolId === pool.id)
        expect(sum(ofPool.map(({ revenue }) => revenue)) + pool.liability).toBe(pool.baseLiability)
        expect(sum(ofPool.map(({ units }) => units)) + pool.balance).toBe(pool.baseUnits)
        expect(Math.min(pool.balance, pool.liability)).toBeGreaterThanOrEqual(0)
        if (pool.balance === 0) expect(pool.liability).toBe(0)
      }
    }),
  )
})

test('(f) covering the same history again gives the same, in whatever order its lists are given', () => {
  const shuffled = anyHistory.chain((history) =>
    fc.record({
      history: fc.constant(history),
      other: fc.record({
        entries: fc.shuffledSubarray(history.entries, { minLength: history.entries.length }),
        agreements: fc.shuffledSubarray(history.agreements, { minLength: history.agreements.length }),
        pools: fc.shuffledSubarray(history.pools, { minLength: history.pools.length }),
        payer: fc.constant(history.payer),
      }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ history, other }) => {
      const before = structuredClone([history.entries, history.agreements, history.pools])
      const first = cover(history)
      expect(cover(history)).toEqual(first)
      expect(cover(other)).toEqual(first)
      expect([history.entries, history.agreements, history.pools]).toEqual(before)
    }),
  )
})

type Bill = { minutesByPool: Map<string | null, number>; rest: number }

/** Cover as one would do it by hand: minute by minute, from the first pool that can pay for one. */
function coverByHand(entries: readonly HistoryEntry[], pools: readonly Pool[], increment: number) {
  const left = new Map(pools.map(({ id, balance }) => [id, balance]))
  const key = (pool: Pool) =>
    [pool.kind === 'quota' ? 0 : 1, pool.expiresOn ?? '9999', pool.validFrom, pool.order, pool.id].join(' ')
  const inOrder = [...pools].sort((one, other) => (key(one) < key(other) ? -1 : 1))
  const bills = new Map<string, Bill>()
  for (const entry of [...entries].sort((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1))) {
    const bill: Bill = { minutesByPool: new Map(), rest: 0 }
    const minuteUnits = (entry.priceClass?.drawFactorPermille ?? 1000) / 1000
    const minutes = entry.isBillable === false ? 0 : Math.ceil(entry.minutes / increment) * increment
    for (let minute = 0; minute < minutes; minute += 1) {
      const pool = inOrder.find(
        ({ id, validFrom, expiresOn }) =>
          validFrom <= entry.workDate && entry.workDate <= (expiresOn ?? '9999') && (left.get(id) ?? 0) >= minuteUnits,
      )
      if (pool === undefined) bill.rest += 1
      else {
        bill.minutesByPool.set(pool.id, (bill.minutesByPool.get(pool.id) ?? 0) + 1)
        left.set(pool.id, (left.get(pool.id) ?? 0) - minuteUnits)
      }
    }
    bills.set(entry.id, bill)
  }
  return { bills, left }
}

function momentOf({ workDate, startMs, id }: HistoryEntry): string {
  return [workDate, String(startMs ?? 0).padStart(15, '0'), id].join(' ')
}

const handEntries = fc
  .array(
    fc.record({
      workDate: anyDay,
      startMs: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      minutes: fc.integer({ min: 0, max: 300 }),
      isBillable: fc.constantFrom(null, null, null, false),
      drawFactorPermille: fc.constantFrom(1000, 1000, 2000),
    }),
    { maxLength: 20 },
  )
  .map((entries) =>
    numbered(
      entries.map(({ drawFactorPermille, ...entry }) =>
        buildEntry({ ...entry, priceClass: { id: 'class', ratePerHour: null, drawFactorPermille } }),
      ),
    ),
  )
const handPools = fc
  .array(
    fc.record({
      agreementId: fc.constantFrom('vouchers', 'monthly'),
      units: fc.integer({ min: 1, max: 500 }),
      price: fc.integer({ min: 0, max: 1_000_000 }),
      validFrom: fc.constantFrom('2026-02-01', '2026-03-10'),
      expiresOn: fc.option(anyDay),
      order: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 6 },
  )
  .map((pools) =>
    pools.map((pool, index) => {
      const kind = pool.agreementId === 'monthly' ? ('quota' as const) : ('voucher' as const)
      return buildPool({ ...pool, kind, id: `pool-${String(index)}` })
    }),
  )

test('cover pays as one would by hand, minute by minute', () => {
  const payer = buildPayer()
  fc.assert(
    fc.property(handEntries, handPools, fc.constantFrom(1, 6, 15), (entries, pools, increment) => {
      const agreements = [
        buildAgreement({ id: 'vouchers', number: 1, settlement: 'voucher', increment }),
        buildAgreement({ id: 'monthly', number: 2, settlement: 'subscription', increment }),
      ]
      const history = coverHistory(entries, payer, agreements, pools)
      const byHand = coverByHand(entries, pools, increment)
      for (const { id, cover: covered } of history.entries) {
        const billable = covered.pieces.filter(({ kind }) => kind !== 'non_billable')
        const rest = sum(billable.filter(({ poolId }) => poolId === null).map(({ minutes }) => minutes))
        const prepaid = billable.filter(({ poolId }) => poolId !== null)
        const minutesByPool = new Map(prepaid.map(({ poolId, minutes }) => [poolId, minutes]))
        expect({ minutesByPool, rest }).toEqual(byHand.bills.get(id))
      }
      expect(new Map(history.pools.map(({ id, balance }) => [id, balance]))).toEqual(byHand.left)
      for (const { balance, liability, baseUnits, baseLiability } of history.pools) {
        expect(liability).toBe(baseLiability - Math.round((baseLiability * (baseUnits - balance)) / baseUnits))
      }
    }),
    { numRuns: 200 },
  )
})
