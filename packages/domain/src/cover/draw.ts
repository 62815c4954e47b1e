import { roundHalfUp } from '../money/round-half-up.ts'
import type { Pool } from './pool.ts'

/** What movements change of a pool. */
export type PoolState = Pick<Pool, 'balance' | 'liability' | 'baseUnits' | 'baseLiability'>

/** Units and minor units of liability that a movement changes a pool by. */
export type Movement = {
  units: number
  liability: number
}

/** What a draw took and what it earned, in minor units. */
export type DrawnUnits = {
  units: number
  revenue: number
}

/**
 * Draws units from a pool. They earn their share of the base by the rounded running total, so that the last unit
 * closes the liability to the minor unit (R24). Throws a RangeError for more units than there are, or fewer than none.
 */
export function applyDraw<State extends PoolState>(pool: State, units: number): { pool: State; revenue: number } {
  assertWhole(units)
  if (units < 0 || units > pool.balance) {
    throw new RangeError(`Cannot draw ${String(units)} units of ${String(pool.balance)}`)
  }
  if (units === 0) return { pool, revenue: 0 }

  const used = pool.baseUnits - pool.balance + units
  const earned = roundHalfUp(BigInt(pool.baseLiability) * BigInt(used), pool.baseUnits)
  const liability = pool.baseLiability - earned
  return { pool: { ...pool, balance: pool.balance - units, liability }, revenue: pool.liability - liability }
}

/** Puts back exactly what a draw took and earned. */
export function applyReturn<State extends PoolState>(pool: State, { units, revenue }: DrawnUnits): State {
  assertWhole(units)
  if (units < 0) throw new RangeError(`Cannot return ${String(units)} units`)
  return applyMovement(pool, { units, liability: revenue })
}

/**
 * Moves units and liability other than by a draw: sold, granted, adjusted, transferred, returned, expired. What is
 * drawn from then on earns its share of what is there now. Throws a RangeError when either would fall below zero.
 */
export function applyMovement<State extends PoolState>(pool: State, { units, liability }: Movement): State {
  assertWhole(units)
  assertWhole(liability)
  const after = { balance: pool.balance + units, liability: pool.liability + liability }
  if (after.balance < 0 || after.liability < 0) throw new RangeError('A pool cannot fall below zero')
  return { ...pool, ...after, baseUnits: after.balance, baseLiability: after.liability }
}

function assertWhole(number: number): void {
  if (!Number.isSafeInteger(number)) throw new RangeError(`Expected a whole number, got ${String(number)}`)
}
