import type { CoverPiece, PoolUnit } from '@timedesk/contracts/rating'
import { factorText } from '@timedesk/domain/money/factor'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'

/** A piece as it is read; amounts in minor units. */
export type PieceRow = {
  kind: CoverPiece['kind']
  minutes: number
  factorPermille: number
  amount: number | null
  value: number | null
  agreement: { id: string; name: string } | null
  pool: { id: string; name: string; unit: PoolUnit } | null
  units: number | null
  hold: CoverPiece['hold']
}

/** The pieces of entry `t` in their order, as JSON of `PieceRow`. */
export const piecesOfEntry = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('kind', x.kind, 'minutes', x.minutes, 'factorPermille', x.factor,
    'amount', x.amount, 'value', x.value, 'units', x.units, 'hold', x.hold,
    'agreement', CASE WHEN xa.id IS NULL THEN NULL ELSE json_build_object('id', xa.id, 'name', xa.heading) END,
    'pool', CASE WHEN xp.id IS NULL THEN NULL ELSE json_build_object('id', xp.id, 'name', xp.name, 'unit', xp.unit) END)
    ORDER BY x.position), '[]')
  FROM cover_piece x LEFT JOIN agreement xa ON xa.id = x.agreement_id LEFT JOIN cover_pool xp ON xp.id = x.pool_id
  WHERE x.entry_id = t.id)`

export function presentPiece({ factorPermille, amount, value, ...piece }: PieceRow, currency: string): CoverPiece {
  const money = (minor: number | null) => (minor === null ? null : toWire({ minor, currency }))
  return { ...piece, factor: factorText(factorPermille), amount: money(amount), value: money(value) }
}
