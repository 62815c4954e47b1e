import type { StatusCategory } from '@timedesk/contracts/case-status'

import { GAP, NODE_HEIGHT, NODE_WIDTH, ROW_GAP, type GraphNode } from './graph-sizes.ts'
import { routeMoves, type Route } from './route-moves.ts'

const MARGIN = 14

/** From where cases come to where they end; one column each. */
const COLUMNS: readonly (readonly StatusCategory[])[] = [
  ['new'],
  ['open'],
  ['waiting_customer', 'waiting_third_party'],
  ['solved'],
  ['closed', 'cancelled'],
]

type Status = { id: string; category: StatusCategory }
type Ends = { fromId: string; toId: string }

export type GraphLayout = {
  width: number
  height: number
  nodes: readonly GraphNode[]
  /** In the order of the moves; a move whose statuses are not drawn has none. */
  routes: readonly (Route & Ends)[]
}

/** Where statuses and moves are drawn: a column for each phase, moves forward above, moves back below. */
export function layOutGraph(statuses: readonly Status[], moves: readonly Ends[]): GraphLayout {
  const columns = COLUMNS.map((categories) =>
    categories.flatMap((category) => statuses.filter((status) => status.category === category)),
  ).filter((column) => column.length > 0)
  const rowsMax = Math.max(1, ...columns.map((column) => column.length))
  const inner = rowsMax * NODE_HEIGHT + (rowsMax - 1) * ROW_GAP
  const nodes = columns.flatMap((column, columnAt) =>
    column.map(({ id }, row) => ({
      ...{ id, column: columnAt, row },
      x: MARGIN + columnAt * (NODE_WIDTH + GAP),
      y: (inner - heightOf(column.length)) / 2 + row * (NODE_HEIGHT + ROW_GAP),
    })),
  )
  const routed = routeMoves(nodes, moves, inner)
  const top = routed.above + MARGIN
  return {
    width: 2 * MARGIN + columns.length * NODE_WIDTH + Math.max(0, columns.length - 1) * GAP,
    height: top + inner + routed.below + MARGIN,
    nodes: nodes.map((node) => ({ ...node, y: node.y + top })),
    routes: routed.routes.map((route) => ({
      ...route,
      points: route.points.map(({ x, y }) => ({ x, y: y + top })),
    })),
  }
}

function heightOf(rows: number): number {
  return rows * NODE_HEIGHT + (rows - 1) * ROW_GAP
}
