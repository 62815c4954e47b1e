import type { Verdict } from '@timedesk/contracts/cover'
import type { CoverPiece } from '@timedesk/contracts/rating'
import type { Cover, Piece } from '@timedesk/domain/cover/entry'
import { toWire } from '@timedesk/domain/money/money'
import { drawsOf } from './draws-of.ts'
import type { TimeGround } from './find-ground.ts'
import { presentPiece } from './present-piece.ts'
import { presentSteps, withoutAmounts } from './present-steps.ts'
import type { Shows } from './shown-to.ts'

type Judged = {
  minutes: number
  /** One for each day. */
  covers: readonly Cover[]
  ground: TimeGround
  warnings: Verdict['warnings']
}

/** A verdict as the API shows it. Without the right to see agreements, prices and what would pay stay out. */
export function presentVerdict({ minutes, covers, ground, warnings }: Judged, { showsAmounts }: Shows): Verdict {
  const { agreements, pools } = ground.cover
  const steps = covers.flatMap(({ explanation, currency }) => presentSteps(explanation, currency))
  const leading = agreements.find(({ id }) => id === covers.at(-1)?.agreementId)
  return {
    minutes,
    billableMinutes: covers.reduce((sum, { billableMinutes }) => sum + billableMinutes, 0),
    amount: showsAmounts ? sumOf(covers) : null,
    pieces: showsAmounts ? covers.flatMap((cover) => cover.pieces.map((piece) => pieceOf(piece, cover, ground))) : [],
    draws: showsAmounts
      ? drawsOf(covers, pools).map(({ pool: { name, unit, expiresOn }, before, after }) => {
          return { pool: name, unit, before, after, expiresOn }
        })
      : [],
    explanation: showsAmounts ? steps : withoutAmounts(steps),
    agreement: showsAmounts && leading !== undefined ? { id: leading.id, name: leading.heading } : null,
    warnings,
  }
}

/** Null when a part has no amount, or when they are in several currencies. */
function sumOf(covers: readonly Cover[]): Verdict['amount'] {
  const [first] = covers
  if (first === undefined) return null
  let minor = 0
  for (const { amount, currency } of covers) {
    if (amount === null || currency !== first.currency) return null
    minor += amount
  }
  return toWire({ minor, currency: first.currency })
}

function pieceOf(piece: Piece, { currency }: Cover, { cover: { agreements, pools } }: TimeGround): CoverPiece {
  const { kind, minutes, factorPermille, amount, value, units, hold } = piece
  const agreement = agreements.find(({ id }) => id === piece.agreementId)
  const pool = pools.find(({ id }) => id === piece.poolId)
  const payer = {
    agreement: agreement === undefined ? null : { id: agreement.id, name: agreement.heading },
    pool: pool === undefined ? null : { id: pool.id, name: pool.name, unit: pool.unit },
  }
  return presentPiece({ kind, minutes, factorPermille, amount, value, units, hold, ...payer }, currency)
}
