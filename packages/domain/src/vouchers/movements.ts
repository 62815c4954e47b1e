import { applyMovement } from '../cover/draw.ts'
import type { PoolState } from '../cover/draw.ts'
import { roundHalfUp } from '../money/round-half-up.ts'

/** A row of the pool ledger: signed units, and minor units that were earned, credited or owed by it. */
export type LedgerRow = { units: number; revenue: number; credited: number; liabilityChange: number }

/** A row and the pool after it. Later draws earn their shares of this pool, not of the one before (R24). */
export type Movement = { row: LedgerRow; pool: PoolState }

export type MovementRefusal =
  /** More units than there are. */
  | 'below_zero'
  /** The last units would go, and leave money that no draw could earn. */
  | 'liability_left'

export type Moved<Result> = ({ ok: true } & Result) | { ok: false; reason: MovementRefusal }

const EMPTY: PoolState = { balance: 0, liability: 0, baseUnits: 0, baseLiability: 0 }

/** A sale fills a pool, and owes its price until it is drawn (R25). Also opens a quota, for nothing. */
export function sell(units: number, price: number): Movement {
  return move(EMPTY, { balance: units, owed: price })
}

/** A top-up or a deduction for goodwill moves units and no money (R30): what is owed spreads over the units left. */
export function adjust(pool: PoolState, units: number): Moved<Movement> {
  const balance = pool.balance + units
  if (balance < 0) return { ok: false, reason: 'below_zero' }
  if (balance === 0 && pool.liability !== 0) return { ok: false, reason: 'liability_left' }
  return { ok: true, ...move(pool, { balance }) }
}

/** Units move to another pool of the same unit, and with them their part of what is owed, to the øre. */
export function transfer(from: PoolState, to: PoolState, units: number): Moved<{ out: Movement; into: Movement }> {
  if (units > from.balance) return { ok: false, reason: 'below_zero' }
  const owed = liabilityOf(from, units)
  return {
    ok: true,
    out: move(from, { balance: from.balance - units, owed: -owed }),
    into: move(to, { balance: to.balance + units, owed }),
  }
}

/** Units die, all of them unless fewer are named, and what was owed for them is earned: breakage, without VAT (R26). */
export function expire(pool: PoolState, units: number = pool.balance): Movement {
  return move(pool, { balance: pool.balance - units, revenue: liabilityOf(pool, units) })
}

/** Takes an expiry back, whole: its units live again and its breakage is owed again (R26). */
export function extend(pool: PoolState, expiry: LedgerRow): Movement {
  return move(pool, { balance: pool.balance - expiry.units, revenue: 0 - expiry.revenue })
}

/** Cancelling credits what is owed for the units that are left; what was used stays earned (R27). */
export function cancel(pool: PoolState): Movement {
  return move(pool, { balance: 0, credited: pool.liability })
}

/** The part of what is owed that so many units carry; the last units carry all that is left. */
function liabilityOf({ balance, liability }: PoolState, units: number): number {
  if (units < 0 || units > balance) throw new RangeError('Not so many units in the pool')
  return balance === 0 ? 0 : roundHalfUp(BigInt(liability) * BigInt(units), balance)
}

type Change = {
  balance: number
  revenue?: number
  credited?: number
  /** What came in from outside of the pool: a price, or a part of another pool's. */
  owed?: number
}

/** The only place that makes a row: whatever comes in is owed until it is earned or credited, so nothing is lost. */
function move(pool: PoolState, { balance, revenue = 0, credited = 0, owed = 0 }: Change): Movement {
  const row = { units: balance - pool.balance, revenue, credited, liabilityChange: owed - revenue - credited }
  return { row, pool: applyMovement(pool, { units: row.units, liability: row.liabilityChange }) }
}
