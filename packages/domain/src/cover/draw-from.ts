import { charge } from '../agreements/charge.ts'
import { PERMILLE_WHOLE } from '../money/factor.ts'
import type { Pool } from './pool.ts'
import type { Segment } from './stretches.ts'

/** What of a segment a pool pays for, and the units that takes. */
export type Draw = Segment & { units: number }

export type DrawAsk = {
  workDate: string
  /** Of the price class, in thousandths: what a minute takes from a pool of minutes (R23). */
  drawFactorPermille: number
  /** Minor units before the segment's factor; null where none is known. */
  ratePerHour: number | null
}

/** Units that work of a day may draw. Past a quota's own period that is what it carries over at most (R38). */
export function availableOn(workDate: string, { balance, ownUntil, carryMax }: Pool): number {
  const isCarried = ownUntil !== null && workDate > ownUntil
  return isCarried && carryMax !== null ? Math.min(balance, carryMax) : balance
}

/**
 * What a pool pays for of an entry's segments, in their order, and what that takes from it (R21, R23, R28): at most
 * what is available, and nothing of a segment that it has no minute for. A unit of cases pays for all of the case,
 * and an unlimited quota for anything. Without a rate money pays for nothing.
 */
export function drawFrom(pool: Pool, segments: readonly Segment[], ask: DrawAsk): Draw[] {
  if (pool.unit === 'unlimited') return segments.map((segment) => ({ ...segment, units: 0 }))
  const available = availableOn(ask.workDate, pool)
  if (available < 1) return []
  switch (pool.unit) {
    case 'cases':
      return segments.map((segment, index) => ({ ...segment, units: index === 0 ? 1 : 0 }))
    case 'minutes':
      return drawInTurn(segments, available, (segment, left) =>
        drawMinutes(segment, left, drawFactorOf(segment, ask.drawFactorPermille)),
      )
    case 'money': {
      const { ratePerHour } = ask
      if (ratePerHour === null) return []
      return drawInTurn(segments, available, (segment, left) => drawMoney(segment, left, ratePerHour))
    }
  }
}

function drawInTurn(
  segments: readonly Segment[],
  available: number,
  drawOne: (segment: Segment, available: number) => Draw,
): Draw[] {
  let left = available
  return segments.flatMap((segment) => {
    if (left <= 0) return []
    const draw = drawOne(segment, left)
    left -= draw.units
    return draw.minutes === 0 ? [] : [draw]
  })
}

/** After hours a minute takes what the higher of the two factors says; they are not stacked. */
function drawFactorOf({ factorPermille }: Segment, drawFactorPermille: number): number {
  return factorPermille > PERMILLE_WHOLE ? Math.max(factorPermille, drawFactorPermille) : drawFactorPermille
}

function drawMinutes({ minutes, factorPermille }: Segment, available: number, drawFactorPermille: number): Draw {
  const most = drawFactorPermille === 0 ? minutes : Math.floor((available * PERMILLE_WHOLE) / drawFactorPermille)
  const covered = Math.min(minutes, most)
  return { minutes: covered, factorPermille, units: Math.ceil((covered * drawFactorPermille) / PERMILLE_WHOLE) }
}

/** The most minutes whose charge is there; charges grow with minutes, so halving finds it. */
function drawMoney({ minutes, factorPermille }: Segment, available: number, ratePerHour: number): Draw {
  const chargeOf = (some: number) => charge(some, ratePerHour, factorPermille)
  let covered = 0
  let beyond = chargeOf(1) <= available ? minutes + 1 : 1
  let middle = minutes
  while (beyond - covered > 1) {
    if (chargeOf(middle) <= available) covered = middle
    else beyond = middle
    middle = Math.floor((covered + beyond) / 2)
  }
  return { minutes: covered, factorPermille, units: chargeOf(covered) }
}
