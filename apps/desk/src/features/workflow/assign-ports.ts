import { NODE_HEIGHT, NODE_WIDTH, type GraphNode } from './graph-sizes.ts'
import type { Lane, PlacedMove, Point } from './placed-move.ts'

export type Ports = { startOf: (move: PlacedMove) => Point; endOf: (move: PlacedMove) => Point }

/** Higher than any drawing is. */
const BEYOND = 100_000

type End = 'start' | 'end'
type Use = { key: string; height: number }

/** Where moves leave and reach the sides of statuses: each at a height of its own, in the order of where they lead. */
export function assignPorts(moves: readonly PlacedMove[], laneOf: (move: PlacedMove) => Lane | null): Ports {
  const placeOf = (move: PlacedMove, end: End) => sideOfEnd(move, end, laneOf(move))
  const uses = moves.flatMap((move) => [placeOf(move, 'start'), placeOf(move, 'end')])
  const bySide = Map.groupBy(uses, ({ side }) => side)
  const pointOf = (move: PlacedMove, end: End): Point => {
    const { side, key, node, isRight } = placeOf(move, end)
    const keys = inHeightOrder(bySide.get(side) ?? [])
    const share = (keys.indexOf(key) + 1) / (keys.length + 1)
    return { x: isRight ? node.x + NODE_WIDTH : node.x, y: node.y + NODE_HEIGHT * share }
  }
  return { startOf: (move) => pointOf(move, 'start'), endOf: (move) => pointOf(move, 'end') }
}

/** Which side of which status one end of a move is at; moves of one lane come in at the same port. */
function sideOfEnd(
  move: PlacedMove,
  end: End,
  lane: Lane | null,
): Use & { side: string; node: GraphNode; isRight: boolean } {
  const { from, to } = move
  const node = end === 'start' ? from : to
  const other = end === 'start' ? to : from
  const columns = to.column - from.column
  const isRight = columns === 0 ? to.row > from.row : columns > 0 === (end === 'start')
  const isShared = lane !== null && end === 'end'
  const key = isShared ? `${lane.side} ${to.id}` : `${end} ${from.id} ${to.id}`
  return { key, side: `${node.id} ${String(isRight)}`, node, isRight, height: heightOf(other, lane) }
}

/** Lanes above come first and lanes below last, the outer ones furthest out. */
function heightOf(other: GraphNode, lane: Lane | null): number {
  if (lane === null) return other.y
  return (lane.side === 'above' ? -1 : 1) * (BEYOND + lane.level)
}

function inHeightOrder(uses: readonly Use[]): string[] {
  return [...new Set(uses.toSorted((one, other) => one.height - other.height).map(({ key }) => key))]
}
