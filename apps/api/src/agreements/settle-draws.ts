import { isDeepStrictEqual } from 'node:util'
import type { Cover, Piece } from '@timedesk/domain/cover/entry'
import { applyDraw, applyReturn, type PoolState } from '@timedesk/domain/cover/draw'
import type { CustomerGround } from './customer-ground.ts'
import type { PlacedPiece } from './place-pieces.ts'
import type { Movement } from './pools/append-ledger.ts'
import { returnOf } from './return-draws.ts'
import type { LiveDraw, StoredEntry } from './stored-entries.ts'
import type { StoredStep } from './stored-step.ts'

type Covered = { stored: StoredEntry; cover: Cover }

/** An entry that is covered otherwise than before: its new pieces, and the draws that they do without. */
export type Recovered = Covered & { pieces: PlacedPiece[]; returned: LiveDraw[] }

/** Everything that has to be written, movements in their order: returns before draws. */
export type Settlement = { changed: Recovered[]; movements: Movement[] }

/**
 * What new covers change of what is stored. A piece that takes the same units as one before keeps that draw; other
 * draws are given back, and then what is new is drawn in the order of the work, each earning its share of what is
 * there then (R24). Entries whose cover is equal are left out.
 */
export function settleDraws(
  covers: readonly Covered[],
  { pools }: Pick<CustomerGround, 'pools'>,
  newId: () => string,
): Settlement {
  const changed = covers.map((covered) => placeAnew(covered, newId)).filter(isChanged)
  const states = new Map<string, PoolState>(pools.map((pool) => [pool.id, pool]))
  const returns = changed.flatMap(({ stored, returned }) => returned.map((draw) => giveBack(states, stored, draw)))
  const draws = changed.flatMap(({ stored, pieces }) =>
    pieces.filter((piece) => isNewDraw(piece, stored)).map((piece) => draw(states, stored, piece)),
  )
  return { changed, movements: [...returns, ...draws] }
}

function placeAnew({ stored, cover }: Covered, newId: () => string): Recovered {
  const left = stored.pieces.flatMap((piece) => piece.draw ?? [])
  const pieces = cover.pieces.map((piece, position): PlacedPiece => {
    const kept = left.findIndex((candidate) => isSameDraw(candidate, piece, stored))
    const [draw] = kept === -1 ? [] : left.splice(kept, 1)
    const ledgerId = draw?.id ?? (isDrawing(piece) ? newId() : null)
    return { ...piece, id: newId(), entryId: stored.id, position, ledgerId, hold: holdOf(piece, stored) }
  })
  return { stored, cover, pieces, returned: left }
}

/** A word on overage lasts as long as there is overage (R22). */
function holdOf({ kind, hold }: Piece, { verdict }: StoredEntry): PlacedPiece['hold'] {
  if (kind !== 'overage' && hold === null) return null
  if (verdict === 'declined') return 'declined'
  return verdict === 'accepted' ? null : hold
}

function isDrawing({ units }: Pick<Piece, 'units'>): boolean {
  return units !== null && units !== 0
}

function isSameDraw(draw: LiveDraw, { poolId, units, minutes }: Piece, { workDate, caseId }: StoredEntry): boolean {
  return (
    draw.poolId === poolId &&
    draw.units === units &&
    draw.minutes === minutes &&
    draw.workDate === workDate &&
    draw.caseId === caseId
  )
}

function isNewDraw(piece: PlacedPiece, { pieces }: StoredEntry): boolean {
  return piece.ledgerId !== null && !pieces.some(({ ledgerId }) => ledgerId === piece.ledgerId)
}

function isChanged({ stored, cover, pieces, returned }: Recovered): boolean {
  if (returned.length > 0 || stored.pieces.length !== pieces.length) return true
  const { agreementId, isBillable, billableMinutes, ratePerHour, amount, currency, explanation } = stored
  const after = { ...pick(cover), explanation: withoutBalances(cover.explanation) }
  const before = {
    ...pick({ agreementId, isBillable, billableMinutes, ratePerHour, amount, currency }),
    explanation: withoutBalances(explanation ?? []),
  }
  return !isDeepStrictEqual(before, after) || pieces.some((piece, index) => !isSamePiece(stored.pieces[index], piece))
}

function pick({ agreementId, isBillable, billableMinutes, ratePerHour, amount, currency }: Worthy) {
  return { agreementId, isBillable, billableMinutes, ratePerHour, amount, currency }
}

type Worthy = Pick<
  StoredEntry,
  'agreementId' | 'isBillable' | 'billableMinutes' | 'ratePerHour' | 'amount' | 'currency'
>

/** The balance of a pool when it was drawn from is history: another one now is no other cover. */
function withoutBalances(steps: readonly StoredStep[]): object[] {
  return steps.map((step) => (step.step === 'drawn' ? { ...step, balanceBefore: 0, balanceAfter: 0 } : step))
}

function isSamePiece(before: StoredEntry['pieces'][number] | undefined, after: PlacedPiece): boolean {
  if (before === undefined) return false
  const { id: _id, entryId: _entryId, position: _position, ...rest } = after
  const { draw: _draw, ...own } = before
  return isDeepStrictEqual(own, rest)
}

function giveBack(states: Map<string, PoolState>, { id }: StoredEntry, drawn: LiveDraw): Movement {
  const { poolId, units, revenue } = drawn
  states.set(poolId, applyReturn(stateOf(states, poolId), { units, revenue }))
  return returnOf(drawn, id)
}

function draw(states: Map<string, PoolState>, stored: StoredEntry, piece: PlacedPiece): Movement {
  const { id: entryId, customerId, caseId, workDate } = stored
  const { ledgerId, poolId, units, minutes } = piece
  if (customerId === null || ledgerId === null || poolId === null || units === null)
    throw new Error('A piece that draws has a customer, a pool and units')
  const { pool, revenue } = applyDraw(stateOf(states, poolId), units)
  states.set(poolId, pool)
  const shown = { entryId, caseId, workDate, minutes }
  return { id: ledgerId, customerId, poolId, kind: 'draw', units: -units, revenue, ...shown }
}

function stateOf(states: ReadonlyMap<string, PoolState>, poolId: string): PoolState {
  const state = states.get(poolId)
  if (state === undefined) throw new Error('A pool of another customer was drawn from')
  return state
}
