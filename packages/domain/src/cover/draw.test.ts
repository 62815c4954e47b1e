import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildPool } from '../../test/build-cover.ts'
import { applyDraw, applyMovement, applyReturn } from './draw.ts'
import type { DrawnUnits } from './draw.ts'
import type { Pool } from './pool.ts'

function drawAll(pool: Pool, units: readonly number[]) {
  let left = pool
  const revenues = units.map((some) => {
    const drawn = applyDraw(left, some)
    left = drawn.pool
    return drawn.revenue
  })
  return { pool: left, revenues }
}

test('E8: seven of twenty cases earn 5,250.00 and leave 9,750.00', () => {
  const { pool, revenues } = drawAll(buildPool({ unit: 'cases', units: 20, price: 1_500_000 }), [1, 1, 1, 1, 1, 1, 1])
  expect(revenues).toEqual([75_000, 75_000, 75_000, 75_000, 75_000, 75_000, 75_000])
  expect(pool).toMatchObject({ balance: 13, liability: 975_000 })
})

test('E8: three cases for 1,000.00 earn 333.33, 333.34 and 333.33', () => {
  const { pool, revenues } = drawAll(buildPool({ unit: 'cases', units: 3, price: 100_000 }), [1, 1, 1])
  expect(revenues).toEqual([33_333, 33_334, 33_333])
  expect(pool).toMatchObject({ balance: 0, liability: 0 })
})

test('E6: the last 90 of 600 minutes earn 1,350.00 and close the voucher', () => {
  const nearlyEmpty = buildPool({ units: 600, price: 900_000, used: 510, revenue: 765_000 })
  expect(applyDraw(nearlyEmpty, 90)).toMatchObject({ revenue: 135_000, pool: { balance: 0, liability: 0 } })
})

test('no unit is no draw, even of an empty or unlimited pool', () => {
  const empty = buildPool({ unit: 'unlimited', units: 0, price: 0 })
  expect(applyDraw(empty, 0)).toEqual({ pool: empty, revenue: 0 })
})

test.for([-1, 61, 0.5, Number.NaN])('%d units cannot be drawn of 60', (units) => {
  expect(() => applyDraw(buildPool({ units: 60, price: 100 }), units)).toThrow(RangeError)
})

test('a return puts back exactly what its draw took and earned', () => {
  const pool = buildPool({ units: 3, price: 100_000 })
  const first = applyDraw(pool, 1)
  const second = applyDraw(first.pool, 1)
  const back = applyReturn(second.pool, { units: 1, revenue: first.revenue })
  expect(back).toMatchObject({ balance: 2, liability: 66_666, baseUnits: 2, baseLiability: 66_666 })
})

test('units that are added share what is not earned yet (R30)', () => {
  const half = applyDraw(buildPool({ units: 600, price: 900_000 }), 300).pool
  const topped = applyMovement(half, { units: 150, liability: 0 })
  expect(applyDraw(topped, 45)).toMatchObject({ revenue: 45_000, pool: { balance: 405, liability: 405_000 } })
})

test.for([
  { units: -61, liability: 0 },
  { units: 0, liability: -101 },
  { units: 0.5, liability: 0 },
  { units: 0, liability: 0.5 },
])('a movement of %o is a fault for a pool of 60 for 1.00', (movement) => {
  expect(() => applyMovement(buildPool({ units: 60, price: 100 }), movement)).toThrow(RangeError)
})

test('a return of less than nothing is a fault', () => {
  expect(() => applyReturn(buildPool({ units: 60, price: 100 }), { units: -1, revenue: 0 })).toThrow(RangeError)
})

type Move = { kind: 'draw' | 'return' | 'sell' | 'give' | 'expire'; size: number }

/** What a voucher's history has to come to: units and money in, units and money out, and the draws that still stand. */
type Books = { pool: Pool; sold: number; unitsIn: number; expired: DrawnUnits; standing: DrawnUnits[] }

function play(books: Books, { kind, size }: Move): void {
  const { pool, standing } = books
  switch (kind) {
    case 'draw': {
      const units = Math.min(size, pool.balance)
      const drawn = applyDraw(pool, units)
      books.pool = drawn.pool
      standing.push({ units, revenue: drawn.revenue })
      return
    }
    case 'return': {
      const [back] = standing.splice(size % Math.max(1, standing.length), 1)
      if (back !== undefined) books.pool = applyReturn(pool, back)
      return
    }
    case 'sell':
    case 'give': {
      const liability = kind === 'sell' ? size * 1511 + 1 : 0
      books.pool = applyMovement(pool, { units: size, liability })
      books.sold += liability
      books.unitsIn += size
      return
    }
    case 'expire':
      books.pool = applyMovement(pool, { units: -pool.balance, liability: -pool.liability })
      books.expired.units += pool.balance
      books.expired.revenue += pool.liability
  }
}

const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom('draw', 'draw', 'draw', 'return', 'sell', 'give', 'expire'),
    size: fc.integer({ min: 1, max: 90 }),
  }),
  { maxLength: 40 },
)

test('(b) what was sold is recognised or owed, after every move, and is recognised once all is drawn', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      moves,
      (units, price, all) => {
        const pool = buildPool({ units, price })
        const books: Books = { pool, sold: price, unitsIn: units, expired: { units: 0, revenue: 0 }, standing: [] }
        const sum = (key: keyof DrawnUnits) =>
          books.standing.reduce((total, draw) => total + draw[key], books.expired[key])
        for (const move of all) {
          play(books, move)
          expect(sum('revenue') + books.pool.liability).toBe(books.sold)
          expect(sum('units') + books.pool.balance).toBe(books.unitsIn)
          expect(Math.min(books.pool.balance, books.pool.liability)).toBeGreaterThanOrEqual(0)
        }
        play(books, { kind: 'draw', size: Infinity })
        expect(books.pool).toMatchObject({ balance: 0, liability: 0 })
        expect(sum('revenue')).toBe(books.sold)
      },
    ),
  )
})
