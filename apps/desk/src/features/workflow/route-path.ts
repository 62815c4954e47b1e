import type { Point } from './placed-move.ts'
import type { Route } from './route-moves.ts'

const CORNER = 10
const HEAD_LENGTH = 8
const HEAD_WIDTH = 4.5

/** The line of a move as the `d` of an SVG path. */
export function pathOf({ shape, points }: Route): string {
  const [start, ...others] = points
  const end = others.at(-1)
  if (start === undefined || end === undefined) return ''
  const from = `M${at(start)}`
  if (shape === 'straight') return `${from} L${at(end)}`
  if (shape === 'curve') {
    const middle = (start.x + end.x) / 2
    return `${from} C${at({ x: middle, y: start.y })} ${at({ x: middle, y: end.y })} ${at(end)}`
  }
  if (shape === 'bow') {
    const side = (others[0]?.x ?? start.x) + (others[0] === undefined ? 0 : (others[0].x - start.x) / 3)
    return `${from} C${at({ x: side, y: start.y })} ${at({ x: side, y: end.y })} ${at(end)}`
  }
  return from + roundedCorners(points)
}

/** The head of a move's arrow as the `points` of an SVG polygon. */
export function headOf({ shape, points }: Route): string {
  const end = points.at(-1)
  const before = points.at(-2)
  if (end === undefined || before === undefined) return ''
  // All but the straight ones come in level, towards the side they reach.
  const { x, y } =
    shape === 'straight' ? { x: 0, y: Math.sign(end.y - before.y) } : { x: Math.sign(end.x - before.x), y: 0 }
  const back = { x: end.x - x * HEAD_LENGTH, y: end.y - y * HEAD_LENGTH }
  return [
    end,
    { x: back.x + y * HEAD_WIDTH, y: back.y + x * HEAD_WIDTH },
    { x: back.x - y * HEAD_WIDTH, y: back.y - x * HEAD_WIDTH },
  ]
    .map(at)
    .join(' ')
}

/** A point on the line where a word about the move may stand. */
export function middleOf({ shape, points }: Route): Point {
  const [start = { x: 0, y: 0 }] = points
  const end = points.at(-1) ?? start
  if (shape === 'lane') {
    const [, , out = start, into = end] = points
    return { x: (out.x + into.x) / 2, y: out.y }
  }
  return shape === 'bow' ? (points[1] ?? start) : { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
}

function roundedCorners(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((point, index) => {
      const before = points[index] ?? point
      const after = points[index + 2]
      if (after === undefined) return ` L${at(point)}`
      const near = stepTowards(point, before)
      const far = stepTowards(point, after)
      return ` L${at(near)} Q${at(point)} ${at(far)}`
    })
    .join('')
}

function stepTowards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function at({ x, y }: Point): string {
  return `${round(x)},${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
