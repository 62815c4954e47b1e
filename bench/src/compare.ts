import { load, type Measured } from './load.ts'
import type { Operation } from './operation.ts'

export type Plan = { rounds: number; seconds: number; warmUpSeconds: number; concurrency: number }
export type Row = {
  operation: string
  target: number
  ratio: number
  /** The product's p99 over the floor's. */
  p99Ratio: number
  product: Measured
  floor: Measured
}

/**
 * Measures one operation: floor and product take turns, so that what else the machine does falls on both. Each
 * figure is the median of the rounds, the ratio that of the ratios within a round.
 */
export async function compare(
  { name, target, product, floor, concurrency: own }: Operation,
  ports: { product: number; floor: number },
  { rounds, seconds, warmUpSeconds, concurrency }: Plan,
): Promise<Row> {
  // Each shot of a run is another one, so that nothing is posted or registered twice.
  const counters = { product: 0, floor: 0 }
  const fire = (on: 'product' | 'floor', forSeconds: number) =>
    load(ports[on], forSeconds, own ?? concurrency, () => (on === 'product' ? product : floor)(counters[on]++))
  await fire('floor', warmUpSeconds)
  await fire('product', warmUpSeconds)
  const measured: { product: Measured; floor: Measured }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const first = await fire('floor', seconds)
    measured.push({ floor: first, product: await fire('product', seconds) })
  }
  return {
    operation: name,
    target,
    ratio: median(measured.map((round) => round.product.perSecond / round.floor.perSecond)),
    p99Ratio: median(measured.map((round) => round.product.p99Ms / round.floor.p99Ms)),
    product: middleOf(measured.map((round) => round.product)),
    floor: middleOf(measured.map((round) => round.floor)),
  }
}

/** The rounds as one: medians of the figures, sums of the counts. */
function middleOf(rounds: Measured[]): Measured {
  const firstFailure = rounds.find((round) => round.firstFailure !== undefined)?.firstFailure
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p95Ms: median(rounds.map(({ p95Ms }) => p95Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
    requests: sum(rounds.map(({ requests }) => requests)),
    failures: sum(rounds.map(({ failures }) => failures)),
    ...(firstFailure !== undefined && { firstFailure }),
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper
  return (lower + upper) / 2
}
