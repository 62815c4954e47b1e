import { expect, test } from 'vitest'
import { applyDraw } from '../cover/draw.ts'
import type { PoolState } from '../cover/draw.ts'
import { vatOf } from '../invoicing/totals.ts'
import { adjust, cancel, expire, extend, sell, transfer } from './movements.ts'

const sold = sell(600, 900_000)

function poolOf(balance: number, liability: number): PoolState {
  return { balance, liability, baseUnits: balance, baseLiability: liability }
}

test('E9: what expires is earned, without VAT', () => {
  const sale = sold.row.liabilityChange
  const drawn = applyDraw(sold.pool, 375)
  const expired = expire(drawn.pool)

  expect([sale, vatOf(sale, 2500)]).toEqual([900_000, 225_000])
  expect([drawn.revenue, drawn.pool.liability]).toEqual([562_500, 337_500])
  expect(expired.row).toEqual({ units: -225, revenue: 337_500, credited: 0, liabilityChange: -337_500 })
  expect(expired.pool).toEqual(poolOf(0, 0))
})

test('a sale owes its price', () => {
  expect(sold).toEqual({
    row: { units: 600, revenue: 0, credited: 0, liabilityChange: 900_000 },
    pool: poolOf(600, 900_000),
  })
})

test.for([
  ['a free top-up', 60, poolOf(660, 900_000)],
  ['a deduction', -599, poolOf(1, 900_000)],
] as const)('%s moves no money', ([, units, pool]) => {
  expect(adjust(sold.pool, units)).toEqual({
    ok: true,
    row: { units, revenue: 0, credited: 0, liabilityChange: 0 },
    pool,
  })
})

test.for([
  ['the last units, while money is owed', sold.pool, -600, 'liability_left'],
  ['more units than there are', sold.pool, -601, 'below_zero'],
  ['more free units than there are', poolOf(60, 0), -61, 'below_zero'],
] as const)('%s cannot be taken away', ([, pool, units, reason]) => {
  expect(adjust(pool, units)).toEqual({ ok: false, reason })
})

test('the last of some free units can', () => {
  expect(adjust(poolOf(60, 0), -60)).toMatchObject({ ok: true, pool: poolOf(0, 0) })
})

test('after a top-up each unit earns less', () => {
  const topped = adjust(sold.pool, 300)
  expect(topped.ok && applyDraw(topped.pool, 90).revenue).toBe(90_000)
})

test('a transfer takes its part of what is owed along', () => {
  expect(transfer(poolOf(3, 100), poolOf(10, 500), 1)).toEqual({
    ok: true,
    out: { row: { units: -1, revenue: 0, credited: 0, liabilityChange: -33 }, pool: poolOf(2, 67) },
    into: { row: { units: 1, revenue: 0, credited: 0, liabilityChange: 33 }, pool: poolOf(11, 533) },
  })
})

test('a transfer of all units takes all that is owed', () => {
  expect(transfer(poolOf(7, 1001), poolOf(0, 0), 7)).toMatchObject({
    ok: true,
    out: { pool: poolOf(0, 0) },
    into: { pool: poolOf(7, 1001) },
  })
})

test('a transfer of more units than there are is refused', () => {
  expect(transfer(poolOf(7, 1001), poolOf(0, 0), 8)).toEqual({ ok: false, reason: 'below_zero' })
})

test('units that expire in part earn their part', () => {
  expect(expire(poolOf(300, 1000), 100)).toMatchObject({ row: { units: -100, revenue: 333 }, pool: poolOf(200, 667) })
})

test('extending takes an expiry back to the øre', () => {
  const { pool, row } = expire(poolOf(225, 337_500))
  expect(extend(pool, row)).toEqual({
    row: { units: 225, revenue: -337_500, credited: 0, liabilityChange: 337_500 },
    pool: poolOf(225, 337_500),
  })
})

test('cancelling credits what is left, and what was used stays earned', () => {
  const { pool, revenue } = applyDraw(sold.pool, 90)
  expect(revenue).toBe(135_000)
  expect(cancel(pool)).toEqual({
    row: { units: -510, revenue: 0, credited: 765_000, liabilityChange: -765_000 },
    pool: poolOf(0, 0),
  })
})

test.for([
  ['expires', expire(poolOf(0, 0))],
  ['is cancelled', cancel(poolOf(0, 0))],
] as const)('nothing moves when an empty pool %s', ([, movement]) => {
  expect(movement).toEqual({ row: { units: 0, revenue: 0, credited: 0, liabilityChange: 0 }, pool: poolOf(0, 0) })
})

test.for([
  ['transferring', () => transfer(poolOf(7, 1001), poolOf(0, 0), -1)],
  ['expiring', () => expire(poolOf(7, 1001), -1)],
  ['expiring more than all', () => expire(poolOf(7, 1001), 8)],
] as const)('%s less than nothing is a fault', ([, moveUnits]) => {
  expect(moveUnits).toThrow(RangeError)
})
