import { expect, test } from 'vitest'
import { rowInForce } from './row-in-force.ts'

const rows = [
  { validFrom: '2026-01-01', rate: 1 },
  { validFrom: '2026-07-01', rate: 3 },
  { validFrom: '2026-04-01', rate: 2 },
]

test.for([
  ['2025-12-31', null],
  ['2026-01-01', 1],
  ['2026-03-31', 1],
  ['2026-04-01', 2],
  ['2030-01-01', 3],
] as const)('on %s row %o is in force', ([day, rate]) => {
  expect(rowInForce(rows, day)?.rate ?? null).toBe(rate)
})
