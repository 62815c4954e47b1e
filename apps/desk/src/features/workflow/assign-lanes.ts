import type { Lane, PlacedMove } from './placed-move.ts'

type Lanes = {
  /** The lane of a move that passes over other columns; null for the others. */
  laneOf: (move: PlacedMove) => Lane | null
  above: number
  below: number
}

/** Moves to one status share a lane and come into it together, so that a drawing with many of them stays clear. */
type Bundle = { toId: string; side: 'above' | 'below'; first: number; last: number; level: number }

/** Leads moves that pass over other columns round them: forward above, back below. */
export function assignLanes(moves: readonly PlacedMove[]): Lanes {
  const far = moves.filter(({ from, to }) => Math.abs(from.column - to.column) > 1)
  const bundles = [...Map.groupBy(far, (move) => `${sideOf(move)} ${move.to.id}`).values()].map(bundleOf)
  const levels = { above: levelOut(bundles, 'above'), below: levelOut(bundles, 'below') }
  const laneOf = (move: PlacedMove): Lane | null => {
    if (!far.includes(move)) return null
    const side = sideOf(move)
    const bundle = bundles.find((candidate) => candidate.side === side && candidate.toId === move.to.id)
    if (bundle === undefined) return null
    const share = levels[side] < 2 ? 0.5 : bundle.level / (levels[side] - 1)
    return { side, level: bundle.level, exit: 1 - share, entry: 1 - share }
  }
  return { laneOf, ...levels }
}

function sideOf({ from, to }: PlacedMove): 'above' | 'below' {
  return to.column > from.column ? 'above' : 'below'
}

function bundleOf(moves: readonly PlacedMove[]): Bundle {
  const [{ to, from }] = moves as [PlacedMove, ...PlacedMove[]]
  const columns = moves.flatMap((move) => [move.from.column, move.to.column])
  return {
    ...{ toId: to.id, side: sideOf({ from, to }), level: 0 },
    ...{ first: Math.min(...columns), last: Math.max(...columns) - 1 },
  }
}

/** Puts short bundles near and long ones far out; those that never meet share a level. Gives how many levels there are. */
function levelOut(bundles: readonly Bundle[], side: Bundle['side']): number {
  const mine = bundles.filter((bundle) => bundle.side === side).sort((one, other) => lengthOf(one) - lengthOf(other))
  const levels: Bundle[][] = []
  for (const bundle of mine) {
    const free = levels.findIndex((level) =>
      level.every((other) => other.last < bundle.first || bundle.last < other.first),
    )
    bundle.level = free === -1 ? levels.length : free
    levels[bundle.level] = [...(levels[bundle.level] ?? []), bundle]
  }
  return levels.length
}

function lengthOf({ first, last }: Bundle): number {
  return last - first
}
