import type { HistoryDraw } from '@timedesk/domain/cover/cover-history'
import type { Cover, Piece } from '@timedesk/domain/cover/entry'
import { Prisma } from '@timedesk/prisma/client'
import type { Movement } from './pools/append-ledger.ts'

/** A piece as it is stored: of which entry, the how manieth, and the draw behind it. */
export type PlacedPiece = Omit<Piece, 'hold'> & {
  id: string
  entryId: string
  position: number
  ledgerId: string | null
  hold: Piece['hold'] | 'declined'
}

/** Whose work draws. */
export type Drawer = { id: string; customerId: string | null; caseId: string | null; workDate: string }

export type Placed = { pieces: PlacedPiece[]; draws: Movement[] }

/** The pieces of a cover with the movements that draw their units. */
export function placePieces(
  { pieces }: Cover,
  drawn: readonly HistoryDraw[],
  { id, customerId, caseId, workDate }: Drawer,
  newId: () => string,
): Placed {
  const placed: Placed = { pieces: [], draws: [] }
  for (const [position, piece] of pieces.entries()) {
    const draw = drawn.find((candidate) => candidate.position === position)
    const ledgerId = draw === undefined ? null : newId()
    placed.pieces.push({ ...piece, id: newId(), entryId: id, position, ledgerId })
    if (draw === undefined || ledgerId === null || customerId === null) continue
    const { poolId, units, revenue } = draw
    const shown = { entryId: id, caseId, workDate, minutes: piece.minutes }
    placed.draws.push({ id: ledgerId, customerId, poolId, kind: 'draw', units: -units, revenue, ...shown })
  }
  return placed
}

/** The statement that stores pieces; the draws behind them have to be there when it ends. */
export function piecesInsertion(pieces: readonly PlacedPiece[]): Prisma.Sql {
  const of = <Value>(read: (piece: PlacedPiece) => Value) => pieces.map(read)
  return Prisma.sql`INSERT INTO cover_piece (id, entry_id, position, kind, minutes, factor, rate_per_hour, amount, value, agreement_id,
      pool_id, units, ledger_id, hold)
    SELECT * FROM unnest(${of(({ id }) => id)}::uuid[], ${of(({ entryId }) => entryId)}::uuid[], ${of(({ position }) => position)}::int[],
      ${of(({ kind }) => kind)}::text[], ${of(({ minutes }) => minutes)}::int[], ${of(({ factorPermille }) => factorPermille)}::int[],
      ${of(({ ratePerHour }) => ratePerHour)}::int[], ${of(({ amount }) => amount)}::bigint[], ${of(({ value }) => value)}::bigint[],
      ${of(({ agreementId }) => agreementId)}::uuid[], ${of(({ poolId }) => poolId)}::uuid[], ${of(({ units }) => units)}::bigint[],
      ${of(({ ledgerId }) => ledgerId)}::uuid[], ${of(({ hold }) => hold)}::text[])`
}
