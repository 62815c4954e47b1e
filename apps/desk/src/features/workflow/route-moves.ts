import { assignLanes } from './assign-lanes.ts'
import { assignPorts, type Ports } from './assign-ports.ts'
import { GAP, NODE_HEIGHT, NODE_WIDTH, type GraphNode } from './graph-sizes.ts'
import type { Lane, PlacedMove, Point } from './placed-move.ts'

const LANE_FIRST = 20
const LANE_STEP = 11
/** How far up and down arrows between two rows stand apart. */
const UPRIGHT_SHIFT = 14
const BOW = 22
/** Beside a status, so that a line passes the heads of the arrows that come into it. */
const GUTTER_MIN = 13

type Ends = { fromId: string; toId: string }

/** `curve` swings from column to column, `bow` within one, `straight` goes to the next row, `lane` round the others. */
export type Route = { shape: 'curve' | 'bow' | 'straight' | 'lane'; points: readonly Point[] }

type Routed = {
  routes: readonly (Route & Ends)[]
  /** Room that lanes need above and below the statuses. */
  above: number
  below: number
}

/** The way of each move between statuses that stand in columns of the given height. */
export function routeMoves(nodes: readonly GraphNode[], moves: readonly Ends[], height: number): Routed {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const placed = moves.flatMap(({ fromId, toId }) => {
    const from = byId.get(fromId)
    const to = byId.get(toId)
    return from === undefined || to === undefined || from === to ? [] : [{ from, to }]
  })
  const lanes = assignLanes(placed)
  const ports = assignPorts(placed, lanes.laneOf)
  const roomOf = (levels: number) => (levels === 0 ? 0 : LANE_FIRST + (levels - 1) * LANE_STEP)
  return {
    routes: placed.map((move) => ({
      ...{ fromId: move.from.id, toId: move.to.id },
      ...routeOf(move, ports, lanes.laneOf(move), height),
    })),
    above: roomOf(lanes.above),
    below: roomOf(lanes.below),
  }
}

function routeOf(move: PlacedMove, ports: Ports, lane: Lane | null, height: number): Route {
  const { from, to } = move
  const start = ports.startOf(move)
  const end = ports.endOf(move)
  if (lane !== null) {
    const offset = LANE_FIRST + lane.level * LANE_STEP
    const y = lane.side === 'above' ? -offset : height + offset
    const out = gutterAt(from, lane.side === 'above' ? 1 : -1, lane.exit)
    const into = gutterAt(to, lane.side === 'above' ? -1 : 1, lane.entry)
    const corners = [start, { x: out, y: start.y }, { x: out, y }, { x: into, y }, { x: into, y: end.y }, end]
    return { shape: 'lane', points: corners }
  }
  if (from.column !== to.column) return { shape: 'curve', points: [start, end] }
  if (Math.abs(from.row - to.row) > 1) {
    const bulge = (to.row > from.row ? 1 : -1) * BOW
    return { shape: 'bow', points: [start, { x: start.x + bulge, y: (start.y + end.y) / 2 }, end] }
  }
  return { shape: 'straight', points: upright(from, to) }
}

/** Down on the right half, up on the left half, so that both can be there. */
function upright(from: GraphNode, to: GraphNode): Point[] {
  const isDown = to.row > from.row
  const x = from.x + NODE_WIDTH / 2 + (isDown ? UPRIGHT_SHIFT : -UPRIGHT_SHIFT)
  return [
    { x, y: isDown ? from.y + NODE_HEIGHT : from.y },
    { x, y: isDown ? to.y : to.y + NODE_HEIGHT },
  ]
}

/** Where a move goes up or down beside a status: `share` of half the gap away from it. */
function gutterAt(node: GraphNode, direction: 1 | -1, share: number): number {
  const edge = direction === 1 ? node.x + NODE_WIDTH : node.x
  return edge + direction * (GUTTER_MIN + share * (GAP / 2 - GUTTER_MIN - 3))
}
