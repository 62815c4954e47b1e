import { coverHistory } from '../cover/cover-history.ts'
import type { CaseBefore, CoveredHistory, HistoryEntry } from '../cover/cover-history.ts'
import type { Cover, Payer } from '../cover/entry.ts'
import { groupOf } from '../cover/group-minutes.ts'
import { isPoolValidOn } from '../cover/order.ts'
import type { Pool } from '../cover/pool.ts'
import type { AgreementTerms } from '../cover/terms.ts'
import { buyLot, quotasOf, termsInWindow } from './draft.ts'
import type { Draft, Window } from './draft.ts'

/** So many vouchers at most are bought for one entry, however small they are. */
const LOTS_AT_ONCE_MAX = 2048
/**
 * So many vouchers that were begun stay at hand. What is left of money is often less than a minute's price, and would
 * be tried with every entry for ever.
 */
const LOTS_BEGUN_MAX = 3

/** What the draft made of an entry; `bought` is what was paid for new vouchers, `revenue` what their use earned. */
export type Replayed = { cover: Cover; bought: number; revenue: number }

export type Replay = {
  /** Covers the next entry in the order of the work. Of one that is left out, nothing is drawn or bought. */
  cover: (entry: HistoryEntry, isLeftOut: (cover: Cover) => boolean) => Replayed | null
  /** What is left of vouchers at the end, and what ran out unused before. */
  end: () => { unused: number; expired: number }
}

type State = {
  terms: AgreementTerms
  /** Pools that may still be drawn from. */
  live: Pool[]
  /** Quotas that begin later, by their first days. */
  upcoming: Pool[]
  /** Pools of cases that are used up: they go on covering the cases that took a unit. */
  usedUp: Map<string, Pool>
  cases: Map<string, CaseBefore>
  lots: number
  expired: number
  /** Of vouchers that are left aside: what is owed for the little that is left of them. */
  leftover: number
}

/**
 * Replays work under a draft, in place of all agreements. Vouchers are bought on the day when those before are used up
 * or over. A case that names another agreement is covered by the draft; one outside of contract stays outside.
 */
export function startReplay(draft: Draft, payer: Payer, window: Window): Replay {
  const state: State = {
    terms: termsInWindow(draft, window),
    live: [],
    upcoming: quotasOf(draft, window),
    usedUp: new Map(),
    cases: new Map(),
    lots: 0,
    expired: 0,
    leftover: 0,
  }
  return {
    cover: (given, isLeftOut) => {
      const entry: HistoryEntry = {
        ...given,
        choice: given.choice.mode === 'outside' ? given.choice : { mode: 'automatic' },
        presentAgreementIds: [],
      }
      turnTo(state, entry.workDate)
      const { history, spares } = coverOne(state, draft, payer, entry)
      const cover = history.entries[0]?.cover
      if (cover === undefined || isLeftOut(cover)) return null
      const bought = keep(state, history, spares)
      remember(state, entry, cover, history)
      const revenue = history.draws.reduce((sum, draw) => sum + draw.revenue, 0)
      return { cover, bought: bought * (draft.lot?.price ?? 0), revenue }
    },
    end: () => {
      turnTo(state, window.to)
      const { live, leftover, expired } = state
      return { unused: live.reduce((sum, { liability }) => sum + liability, leftover), expired }
    },
  }
}

/** Lets quotas begin and pools run out that do by a day; what is left of a voucher then is earned unused. */
function turnTo(state: State, day: string): void {
  while (state.upcoming[0] !== undefined && state.upcoming[0].validFrom <= day) {
    state.live.push(state.upcoming[0])
    state.upcoming.shift()
  }
  for (const pool of state.live.filter((candidate) => !isPoolValidOn(day, candidate))) {
    state.expired += pool.liability
    if (pool.unit === 'cases') state.usedUp.set(pool.id, pool)
  }
  state.live = state.live.filter((pool) => isPoolValidOn(day, pool))
}

/** Tries with one new voucher at hand, and with more of them as long as that covers more. */
function coverOne(state: State, draft: Draft, payer: Payer, entry: HistoryEntry) {
  let best = coverWith(state, draft, payer, entry, draft.lot === null ? 0 : 1)
  while (draft.lot !== null && best.rest > 0 && best.spares.length < LOTS_AT_ONCE_MAX) {
    const next = coverWith(state, draft, payer, entry, best.spares.length * 2)
    if (next.rest >= best.rest) break
    best = next
  }
  return best
}

function coverWith(
  { terms, live, lots, usedUp, cases }: State,
  draft: Draft,
  payer: Payer,
  entry: HistoryEntry,
  count: number,
) {
  const { lot } = draft
  const spares =
    lot === null
      ? []
      : Array.from({ length: count }, (_, index) => buyLot(draft, lot, lots + index + 1, entry.workDate))
  const before = entry.caseId === null ? undefined : cases.get(entry.caseId)
  const ofCase = (before?.casePoolIds ?? []).flatMap((id) => usedUp.get(id) ?? [])
  const casesBefore = entry.caseId === null || before === undefined ? undefined : new Map([[entry.caseId, before]])
  const history = coverHistory([entry], payer, [terms], [...live, ...ofCase, ...spares], casesBefore)
  const pieces = history.entries[0]?.cover.pieces ?? []
  const rest = pieces.reduce((sum, { kind, minutes }) => (kind === 'overage' ? sum + minutes : sum), 0)
  return { history, spares, rest }
}

/** Takes over what the entry left of the pools; of the new vouchers those that it drew from. */
function keep(state: State, { pools, draws }: CoveredHistory, spares: Pool[]): number {
  if (draws.length === 0) return 0
  const drawn = new Set(draws.map(({ poolId }) => poolId))
  const bought = spares.filter(({ id }) => drawn.has(id))
  const own = new Set([...state.live, ...bought].map(({ id }) => id))
  const after = pools.filter(({ id }) => own.has(id))
  for (const pool of after) if (pool.unit === 'cases' && pool.balance === 0) state.usedUp.set(pool.id, pool)
  state.live = after.filter(({ balance, unit }) => balance > 0 || unit === 'unlimited')
  state.lots += bought.length
  if (bought.length > 0) leaveAside(state)
  return bought.length
}

function leaveAside(state: State): void {
  const begun = state.live.filter(({ kind }) => kind === 'voucher').toSorted((one, other) => one.order - other.order)
  const aside = new Set(begun.slice(0, -LOTS_BEGUN_MAX))
  for (const { liability } of aside) state.leftover += liability
  state.live = state.live.filter((pool) => !aside.has(pool))
}

/** What later work on the case has to know; minutes only as far as they are rounded together (R2). */
function remember(
  state: State,
  { caseId, workDate, minutes }: HistoryEntry,
  cover: Cover,
  history: CoveredHistory,
): void {
  const { billableMinutes } = cover
  if (caseId === null) return
  const before = state.cases.get(caseId)
  const units = new Map(history.pools.map(({ id, unit }) => [id, unit]))
  const taken = history.draws.filter(({ poolId }) => units.get(poolId) === 'cases').map(({ poolId }) => poolId)
  const { roundingScope, id: agreementId } = state.terms
  const isCounted = roundingScope !== 'entry' && cover.isBillable && cover.agreementId === agreementId
  if (taken.length === 0 && !isCounted) return
  const ratedBefore =
    roundingScope === 'entry'
      ? []
      : (before?.ratedBefore ?? []).filter(
          (rated) => groupOf(rated.workDate, roundingScope) === groupOf(workDate, roundingScope),
        )
  state.cases.set(caseId, {
    casePoolIds: [...(before?.casePoolIds ?? []), ...taken],
    ratedBefore: isCounted ? [...ratedBefore, { agreementId, workDate, minutes, billableMinutes }] : ratedBefore,
  })
}
