import type { Shot } from './load.ts'

/** One kind of work that is measured. */
export type Operation = {
  name: string
  target: number
  /** How many at once; as many as the plan says unless told. */
  concurrency?: number
  product: (shot: number) => Shot
  floor: (shot: number) => Shot
}

/** What shots are made of. */
export type Shots = {
  headers: Record<string, string>
  keyed: () => Record<string, string>
  department: (shot: number) => string
  aCase: (shot: number) => string
  customer: (shot: number) => string
  floor: (name: string, body: Record<string, string>) => Shot
}
