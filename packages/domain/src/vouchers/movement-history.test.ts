import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDraw, applyReturn } from '../cover/draw.ts'
import type { DrawnUnits, PoolState } from '../cover/draw.ts'
import { adjust, cancel, expire, extend, sell, transfer } from './movements.ts'
import type { LedgerRow, Movement } from './movements.ts'

/** A voucher with everything that ever happened to it. */
type Voucher = {
  pool: PoolState
  rows: LedgerRow[]
  draws: DrawnUnits[]
  expiries: LedgerRow[]
  price: number
  transferred: number
}

function open({ pool, row }: Movement): Voucher {
  return { pool, rows: [row], draws: [], expiries: [], price: row.liabilityChange, transferred: 0 }
}

function keep(voucher: Voucher, { pool, row }: Movement): void {
  voucher.pool = pool
  voucher.rows.push(row)
}

/** What may happen to a voucher; `share` in thousandths says how much of it, and another voucher may take part. */
const happenings = {
  draw(voucher: Voucher, share: number) {
    const units = Math.floor((voucher.pool.balance * share) / 1000)
    const { pool, revenue } = applyDraw(voucher.pool, units)
    keep(voucher, { pool, row: { units: -units, revenue, credited: 0, liabilityChange: 0 - revenue } })
    voucher.draws.push({ units, revenue })
  },
  takeBack(voucher: Voucher) {
    const drawn = voucher.draws.pop()
    if (drawn === undefined) return
    const { units, revenue } = drawn
    const row = { units, revenue: 0 - revenue, credited: 0, liabilityChange: revenue }
    keep(voucher, { pool: applyReturn(voucher.pool, drawn), row })
  },
  adjust(voucher: Voucher, share: number) {
    const adjusted = adjust(voucher.pool, share - 500)
    if (adjusted.ok) keep(voucher, adjusted)
  },
  transfer(voucher: Voucher, share: number, other: Voucher) {
    const moved = transfer(voucher.pool, other.pool, Math.ceil((voucher.pool.balance * share) / 1000))
    if (!moved.ok) return
    keep(voucher, moved.out)
    keep(other, moved.into)
    voucher.transferred += moved.out.row.liabilityChange
    other.transferred += moved.into.row.liabilityChange
  },
  expire(voucher: Voucher) {
    const expired = expire(voucher.pool)
    keep(voucher, expired)
    voucher.expiries.push(expired.row)
  },
  extend(voucher: Voucher) {
    const expiry = voucher.expiries.pop()
    if (expiry !== undefined) keep(voucher, extend(voucher.pool, expiry))
  },
  cancel(voucher: Voucher) {
    keep(voucher, cancel(voucher.pool))
  },
}

function sum(rows: readonly LedgerRow[], of: keyof LedgerRow): number {
  return rows.reduce((total, row) => total + row[of], 0)
}

const names = Object.keys(happenings) as (keyof typeof happenings)[]
const history = fc.array(
  fc.record({
    // Draws are what mostly happens.
    name: fc.oneof(fc.constant('draw' as const), fc.constantFrom(...names)),
    share: fc.integer({ min: 0, max: 1000 }),
    isFirst: fc.boolean(),
  }),
  { maxLength: 40 },
)
const sales = fc.record({ units: fc.integer({ min: 1, max: 1200 }), price: fc.nat(2_000_000) })

test('(b): price and transfers are what is recognised, owed and credited, whatever happens', () => {
  fc.assert(
    fc.property(sales, sales, history, (one, another, happened) => {
      const first = open(sell(one.units, one.price))
      const second = open(sell(another.units, another.price))

      for (const { name, share, isFirst } of happened) {
        const [voucher, other] = isFirst ? [first, second] : [second, first]
        happenings[name](voucher, share, other)

        for (const { rows, pool, price, transferred } of [first, second]) {
          const recognised = sum(rows, 'revenue')
          expect(price + transferred).toBe(recognised + pool.liability + sum(rows, 'credited'))
          expect([sum(rows, 'units'), sum(rows, 'liabilityChange')]).toEqual([pool.balance, pool.liability])
          expect(Math.min(pool.balance, pool.liability)).toBeGreaterThanOrEqual(0)
          if (pool.balance === 0) expect(pool.liability).toBe(0)
        }
      }
      expect(first.transferred + second.transferred).toBe(0)
    }),
    { numRuns: 300 },
  )
})
