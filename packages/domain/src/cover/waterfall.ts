import { charge } from '../agreements/charge.ts'
import { PERMILLE_WHOLE } from '../money/factor.ts'
import { availableOn, drawFrom } from './draw-from.ts'
import type { Draw } from './draw-from.ts'
import type { CoverState, EntryToCover, Piece } from './entry.ts'
import { comparePools, isPoolValidOn } from './order.ts'
import type { Pool } from './pool.ts'
import type { Step } from './steps.ts'
import type { Segment } from './stretches.ts'
import type { AgreementTerms } from './terms.ts'

/** What prepaid cover pays for of an entry, and the segments that it leaves. */
export type Waterfall = {
  pieces: Piece[]
  rest: Segment[]
  steps: Step[]
}

export type WaterfallGround = {
  entry: EntryToCover
  /** Prepaid agreements that count, in the order in which they are asked. */
  prepaid: readonly AgreementTerms[]
  state: CoverState
  /** Minor units per hour, before a segment's factor, in the currency of the cover. */
  rateUnder: (agreement: AgreementTerms) => number | null
  currency: string
}

type Source = { pool: Pool; agreement: AgreementTerms }

/**
 * Lets prepaid agreements pay for an entry, one settlement after the other and in each the pools in their order
 * (R14, R18), until nothing is left. A case that took a unit before comes first of all: it is paid for.
 */
export function drawInOrder(segments: readonly Segment[], ground: WaterfallGround): Waterfall {
  const flow: Waterfall = { pieces: [], rest: [...segments], steps: [] }
  if (segments.length === 0) return flow

  const settlements = [...Map.groupBy(ground.prepaid, ({ settlement }) => settlement).values()]
  const covered = findCaseCover(settlements, ground.state)
  if (covered !== null) return { ...payByCase(segments, covered, ground), rest: [] }

  const pools = usablePools(ground)
  for (const agreements of settlements) {
    const sources = pair(pools, agreements)
    for (const source of sources) {
      if (flow.rest.length === 0) return flow
      drawOne(flow, source, ground)
    }
    if (flow.rest.length === 0) return flow
    flow.steps.push(...agreements.flatMap((agreement) => whyNothing(agreement, flow, sources, ground)))
  }
  return flow
}

function findCaseCover(settlements: readonly AgreementTerms[][], { pools, casePoolIds }: CoverState): Source | null {
  if (casePoolIds.length === 0) return null
  const paid = pools.filter(({ id, unit }) => unit === 'cases' && casePoolIds.includes(id))
  return settlements.map((agreements) => pair(paid, agreements)[0]).find((source) => source !== undefined) ?? null
}

function payByCase(segments: readonly Segment[], source: Source, ground: WaterfallGround): Omit<Waterfall, 'rest'> {
  const minutes = sumMinutes(segments)
  return {
    pieces: segments.map((segment) => pieceOf({ ...segment, units: 0 }, source, ground)),
    steps: [{ step: 'case_covered', pool: source.pool.name, agreement: source.agreement.heading, minutes }],
  }
}

function drawOne(flow: Waterfall, source: Source, ground: WaterfallGround): void {
  const { pool, agreement } = source
  const { entry } = ground
  const draws = drawFrom(pool, flow.rest, {
    workDate: entry.workDate,
    drawFactorPermille: entry.priceClass?.drawFactorPermille ?? PERMILLE_WHOLE,
    ratePerHour: pool.unit === 'money' ? moneyRate(source, ground) : null,
  })
  if (draws.length === 0) return

  const units = draws.reduce((sum, draw) => sum + draw.units, 0)
  flow.pieces.push(...draws.map((draw) => pieceOf(draw, source, ground)))
  flow.rest = subtract(flow.rest, draws)
  flow.steps.push({
    step: 'drawn',
    pool: pool.name,
    kind: pool.kind,
    agreement: agreement.heading,
    unit: pool.unit,
    minutes: sumMinutes(draws),
    units,
    balanceBefore: pool.balance,
    balanceAfter: pool.balance - units,
    expiresOn: pool.expiresOn,
  })
}

/** Money of another currency pays for nothing: it is never converted. */
function moneyRate({ agreement }: Source, { currency, rateUnder }: WaterfallGround): number | null {
  return agreement.currency === currency ? rateUnder(agreement) : null
}

function pieceOf(draw: Draw, { pool, agreement }: Source, { rateUnder }: WaterfallGround): Piece {
  const { minutes, factorPermille, units } = draw
  const ratePerHour = rateUnder(agreement)
  return {
    kind: pool.kind === 'quota' ? 'subscription' : 'voucher',
    minutes,
    factorPermille,
    ratePerHour,
    amount: 0,
    value: ratePerHour === null ? null : charge(minutes, ratePerHour, factorPermille),
    agreementId: agreement.id,
    poolId: pool.id,
    units,
    hold: null,
  }
}

/** Why an agreement that was asked paid for nothing: it has no pool for that day, no price for its money, or no unit. */
function whyNothing(
  agreement: AgreementTerms,
  { pieces }: Waterfall,
  sources: readonly Source[],
  ground: WaterfallGround,
): Step[] {
  if (pieces.some(({ agreementId }) => agreementId === agreement.id)) return []
  const asked = sources.filter((source) => source.agreement === agreement)
  const last = asked.at(-1)
  if (last === undefined) return [{ step: 'no_pool', agreement: agreement.heading }]
  if (asked.some((source) => lacksRate(source, ground))) return [{ step: 'rate_missing' }]
  return [{ step: 'pool_empty', pool: last.pool.name, agreement: agreement.heading }]
}

function lacksRate(source: Source, ground: WaterfallGround): boolean {
  const { pool } = source
  return pool.unit === 'money' && availableOn(ground.entry.workDate, pool) > 0 && moneyRate(source, ground) === null
}

/** Pools that work of the day may draw from. Units of cases need a case. */
function usablePools({ entry, state }: WaterfallGround): Pool[] {
  return state.pools.filter(
    (pool) => isPoolValidOn(entry.workDate, pool) && (pool.unit !== 'cases' || entry.caseId !== null),
  )
}

/** Pools of these agreements, in their order. */
function pair(pools: readonly Pool[], agreements: readonly AgreementTerms[]): Source[] {
  const sources: Source[] = []
  for (const pool of pools) {
    const agreement = agreements.find(({ id }) => id === pool.agreementId)
    if (agreement !== undefined) sources.push({ pool, agreement })
  }
  return sources.sort((one, other) => comparePools(one.pool, other.pool))
}

function subtract(segments: readonly Segment[], draws: readonly Draw[]): Segment[] {
  return segments.flatMap(({ minutes, factorPermille }) => {
    const drawn = draws.find((draw) => draw.factorPermille === factorPermille)?.minutes ?? 0
    return drawn === minutes ? [] : [{ minutes: minutes - drawn, factorPermille }]
  })
}

function sumMinutes(segments: readonly Segment[]): number {
  return segments.reduce((sum, { minutes }) => sum + minutes, 0)
}
