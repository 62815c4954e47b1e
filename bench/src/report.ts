import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import type { Row } from './compare.ts'
import { root } from './processes.ts'

/** The most that one API process may hold after the run (RSS). */
const MEMORY_MEGABYTES_MAX = 300
/** The product's p99 is at most so many times the floor's where a list or a case is read. */
const P99_RATIO_MAX = 3
/** The product's p95 of a search, whatever the word. */
const SEARCH_P95_MS_MAX = 100
/** The product's p95 of a dispatcher's board. */
const BOARD_P95_MS_MAX = 300

export const heading = 'operation      product/s   floor/s   ratio  target        p95 ms    p99 ms (floor)'

/** One operation as a line under `heading`, with a verdict on what was to be reached. */
export function lineOf({ operation, target, ratio, p99Ratio, product, floor }: Row): string {
  const failed = product.failures + floor.failures
  const figures = [
    operation.padEnd(18),
    product.perSecond.toFixed(0).padStart(6),
    floor.perSecond.toFixed(0).padStart(9),
    ratio.toFixed(2).padStart(7),
    target === 0 ? '      –' : target.toFixed(2).padStart(7),
    target === 0 ? '      ' : ratio >= target ? 'met   ' : 'MISSED',
    product.p95Ms.toFixed(0).padStart(7),
    `${product.p99Ms.toFixed(0)} (${floor.p99Ms.toFixed(0)}, ${p99Ratio.toFixed(1)} times)`.padStart(10),
  ].join(' ')
  return failed === 0
    ? figures
    : `${figures}\n  ${String(failed)} FAILED: ${product.firstFailure ?? floor.firstFailure ?? ''}`
}

/** The targets that no column shows. */
export function verdictsOf(rows: Row[], memoryMegabytes: number | null): string[] {
  const slow = rows.filter(({ operation, p99Ratio }) => /^(?:list|read)/u.test(operation) && p99Ratio > P99_RATIO_MAX)
  const slowSearches = rows.filter(
    ({ operation, product }) => operation.startsWith('search') && product.p95Ms > SEARCH_P95_MS_MAX,
  )
  const slowBoards = rows.filter(
    ({ operation, product }) => operation.startsWith('board') && product.p95Ms > BOARD_P95_MS_MAX,
  )
  return [
    `memory of the API process after the run: ${String(memoryMegabytes)} MB (at most ${String(MEMORY_MEGABYTES_MAX)})`,
    `p99 of list and read at most ${String(P99_RATIO_MAX)} times the floor's: ${named(slow)}`,
    `p95 of searches at most ${String(SEARCH_P95_MS_MAX)} ms: ${named(slowSearches)}`,
    `p95 of boards at most ${String(BOARD_P95_MS_MAX)} ms: ${named(slowBoards)}`,
  ]
}

function named(missed: Row[]): string {
  return missed.length === 0 ? 'met' : `MISSED by ${missed.map(({ operation }) => operation).join(', ')}`
}

/** Keeps a run as JSON in bench/results under a name that begins with its kind, with what it takes to read it later. */
export async function keep(kind: '' | 'screens-', run: object): Promise<string> {
  const folder = path.join(root, 'bench/results')
  await mkdir(folder, { recursive: true })
  const at = new Date().toISOString()
  const machine = { processors: cpus().length, loadAverage: loadavg(), node: process.version }
  const file = path.join(folder, `${kind}${at.slice(0, 19).replaceAll(':', '')}.json`)
  await writeFile(file, `${JSON.stringify({ at, machine, ...run }, null, 2)}\n`)
  return path.relative(root, file)
}
