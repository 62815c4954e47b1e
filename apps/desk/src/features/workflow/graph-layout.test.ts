import { statusCategories, type StatusCategory } from '@timedesk/domain/helpdesk/status'
import { expect, test } from 'vitest'

import { layOutGraph } from './graph-layout.ts'
import { nextPlace } from './graph-focus.ts'
import { NODE_HEIGHT, NODE_WIDTH } from './graph-sizes.ts'
import type { Point } from './placed-move.ts'

const status = (id: string, category: StatusCategory) => ({ id, category })
/** Two statuses of each category. */
const many = statusCategories.flatMap((category) => [
  status(`${category} 1`, category),
  status(`${category} 2`, category),
])
const every = many.flatMap(({ id: fromId }) =>
  many.filter(({ id }) => id !== fromId).map(({ id: toId }) => ({ fromId, toId })),
)

test('statuses stand in columns from new to ended, both kinds of waiting in one', () => {
  const { nodes } = layOutGraph([...many].reverse(), [])
  const columns = Object.fromEntries(nodes.map(({ id, column }) => [id, column]))

  expect(columns).toMatchObject({ 'new 1': 0, 'open 2': 1, 'waiting_customer 1': 2, 'waiting_third_party 1': 2 })
  expect(columns).toMatchObject({ 'solved 1': 3, 'closed 1': 4, 'cancelled 2': 4 })
})

test('a category without a status leaves no gap', () => {
  const { nodes } = layOutGraph([status('a', 'new'), status('b', 'closed')], [])

  expect(nodes.map(({ column }) => column)).toEqual([0, 1])
})

test('every move has a way that begins and ends at its statuses, inside the drawing', () => {
  const layout = layOutGraph(many, every)
  const boxes = new Map(layout.nodes.map((node) => [node.id, node]))
  const astray = layout.routes.filter(({ fromId, toId, points }) => {
    const ends: [string, Point | undefined][] = [
      [fromId, points[0]],
      [toId, points.at(-1)],
    ]
    return (
      ends.some(([id, point]) => !isOnEdge(boxes.get(id), point)) || points.some((point) => !isInside(layout, point))
    )
  })

  expect(layout.routes).toHaveLength(every.length)
  expect(astray).toEqual([])
})

test('the ways round other columns pass through no status', () => {
  const { nodes, routes } = layOutGraph(many, every)
  const lanes = routes.filter(({ shape }) => shape === 'lane')
  const across = lanes.filter(({ points }) =>
    points.slice(1).some((point, index) => nodes.some((node) => crosses(node, points[index] ?? point, point))),
  )

  expect(lanes.length).toBeGreaterThan(50)
  expect(across).toEqual([])
})

test('arrow keys lead out of a status, along its moves, and on to where one leads', () => {
  const layout = layOutGraph(
    [status('a', 'new'), status('b', 'open'), status('c', 'solved')],
    [
      { fromId: 'a', toId: 'c' },
      { fromId: 'a', toId: 'b' },
    ],
  )
  const start = { kind: 'status', statusId: 'a' } as const
  const first = { kind: 'move', fromId: 'a', toId: 'b' } as const

  expect(nextPlace(layout, start, 'ArrowRight')).toEqual(first)
  expect(nextPlace(layout, first, 'ArrowDown')).toEqual({ kind: 'move', fromId: 'a', toId: 'c' })
  expect(nextPlace(layout, first, 'ArrowRight')).toEqual({ kind: 'status', statusId: 'b' })
  expect(nextPlace(layout, first, 'ArrowLeft')).toEqual(start)
  expect(nextPlace(layout, { kind: 'status', statusId: 'c' }, 'ArrowRight')).toBeUndefined()
})

type Box = { x: number; y: number }

function isOnEdge(box: Box | undefined, point: Point | undefined): boolean {
  if (box === undefined || point === undefined) return false
  const isLevel = point.y >= box.y && point.y <= box.y + NODE_HEIGHT
  const isUpright = point.x >= box.x && point.x <= box.x + NODE_WIDTH
  return (isLevel && (point.x === box.x || point.x === box.x + NODE_WIDTH)) || (isUpright && isLevel)
}

function isInside({ width, height }: { width: number; height: number }, { x, y }: Point): boolean {
  return x >= -NODE_WIDTH / 4 && x <= width + NODE_WIDTH / 4 && y >= 0 && y <= height
}

/** Whether a level or upright stretch goes through the inside of a box. */
function crosses({ x, y }: Box, one: Point, other: Point): boolean {
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)]
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)]
  return left < x + NODE_WIDTH && right > x && top < y + NODE_HEIGHT && bottom > y
}
