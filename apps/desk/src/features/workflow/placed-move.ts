import type { GraphNode } from './graph-sizes.ts'

export type Point = { x: number; y: number }

/** A move with the statuses it lies between. */
export type PlacedMove = { from: GraphNode; to: GraphNode }

export type Lane = {
  side: 'above' | 'below'
  /** How far out it lies, from 0. */
  level: number
  /** How far from the status the move leaves its gutter and comes into that of the other, from 0 to 1. */
  exit: number
  entry: number
}
