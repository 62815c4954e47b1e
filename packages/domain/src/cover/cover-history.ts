import { coverEntry } from './cover-entry.ts'
import { applyDraw } from './draw.ts'
import type { Cover, CoverState, EntryToCover, Payer, RatedMinutes } from './entry.ts'
import { comparePools, compareText } from './order.ts'
import type { Pool } from './pool.ts'
import type { AgreementTerms } from './terms.ts'

export type HistoryEntry = EntryToCover & { id: string }

export type CoveredEntry = {
  id: string
  cover: Cover
}

/** Units that a piece of an entry drew, and what they earned in minor units. */
export type HistoryDraw = {
  entryId: string
  /** Of the piece within its cover, from zero. */
  position: number
  poolId: string
  units: number
  revenue: number
}

/** What a case brings along from work before the history. */
export type CaseBefore = Pick<CoverState, 'casePoolIds' | 'ratedBefore'>

export type CoveredHistory = {
  /** In the order in which they were rated. */
  entries: CoveredEntry[]
  /** In the order in which they are drawn. */
  pools: Pool[]
  draws: HistoryDraw[]
}

type CaseSoFar = { casePoolIds: string[]; ratedBefore: RatedMinutes[]; days: Map<string, RatedMinutes> }

/** The order in which a batch is rated (R16): work date, then start with none first, then id. */
export function compareInRatingOrder(one: HistoryEntry, other: HistoryEntry): number {
  return (
    compareText(one.workDate, other.workDate) ||
    Number(one.startMs !== null) - Number(other.startMs !== null) ||
    (one.startMs ?? 0) - (other.startMs ?? 0) ||
    compareText(one.id, other.id)
  )
}

/**
 * Covers a customer's work from its pools, one entry after the other: each sees what those before it left. The same
 * work from the same pools gives the same cover, in whatever order any of the lists is given. Zero units are no draw.
 */
export function coverHistory(
  entries: readonly HistoryEntry[],
  payer: Payer,
  agreements: readonly AgreementTerms[],
  pools: readonly Pool[],
  casesBefore: ReadonlyMap<string, CaseBefore> = new Map(),
): CoveredHistory {
  const history: CoveredHistory = { entries: [], pools: pools.toSorted(comparePools), draws: [] }
  const places = new Map(history.pools.map(({ id }, place) => [id, place]))
  const cases = new Map<string, CaseSoFar>()
  for (const entry of entries.toSorted(compareInRatingOrder)) {
    const soFar = caseSoFar(entry.caseId, cases, casesBefore)
    const cover = coverEntry(entry, payer, agreements, { pools: history.pools, ...soFar })
    history.entries.push({ id: entry.id, cover })
    drawPieces(history, places, entry, cover, soFar)
    rememberMinutes(soFar, entry, cover)
  }
  return history
}

function caseSoFar(
  caseId: string | null,
  cases: Map<string, CaseSoFar>,
  casesBefore: ReadonlyMap<string, CaseBefore>,
): CaseSoFar {
  const known = caseId === null ? undefined : cases.get(caseId)
  if (known !== undefined) return known
  const before = caseId === null ? undefined : casesBefore.get(caseId)
  const soFar: CaseSoFar = { casePoolIds: [...(before?.casePoolIds ?? [])], ratedBefore: [], days: new Map() }
  for (const rated of before?.ratedBefore ?? []) addMinutes(soFar, rated)
  if (caseId !== null) cases.set(caseId, soFar)
  return soFar
}

function drawPieces(
  history: CoveredHistory,
  places: ReadonlyMap<string, number>,
  entry: HistoryEntry,
  cover: Cover,
  soFar: CaseSoFar,
): void {
  for (const [position, { poolId, units }] of cover.pieces.entries()) {
    const place = poolId === null ? undefined : places.get(poolId)
    const pool = place === undefined ? undefined : history.pools[place]
    if (place === undefined || pool === undefined || units === null || units === 0) continue
    const drawn = applyDraw(pool, units)
    history.pools[place] = lessCarried(drawn.pool, units, entry.workDate)
    history.draws.push({ entryId: entry.id, position, poolId: pool.id, units, revenue: drawn.revenue })
    if (pool.unit === 'cases') soFar.casePoolIds.push(pool.id)
  }
}

/** What was drawn after a quota's own period counts against what it carries over (R38). */
function lessCarried(pool: Pool, units: number, workDate: string): Pool {
  if (pool.ownUntil === null || pool.carryMax === null || workDate <= pool.ownUntil) return pool
  return { ...pool, carryMax: pool.carryMax - units }
}

function rememberMinutes(soFar: CaseSoFar, { workDate, minutes }: HistoryEntry, cover: Cover): void {
  const { agreementId, billableMinutes, isBillable } = cover
  if (isBillable && agreementId !== null) addMinutes(soFar, { agreementId, workDate, minutes, billableMinutes })
}

/** Days are summed, so that a case of many entries stays quick to look through. */
function addMinutes({ ratedBefore, days }: CaseSoFar, rated: RatedMinutes): void {
  const key = `${rated.agreementId} ${rated.workDate}`
  const day = days.get(key)
  if (day !== undefined) {
    day.minutes += rated.minutes
    day.billableMinutes += rated.billableMinutes
    return
  }
  const first = { ...rated }
  days.set(key, first)
  ratedBefore.push(first)
}
