import { expect, test } from 'vitest'
import { buyFor, enoughFor } from './uses.ts'

const uses = [
  { workDate: '2026-03-02', units: 60 },
  { workDate: '2026-03-10', units: 45 },
  { workDate: '2026-03-24', units: 30 },
  { workDate: '2026-04-14', units: 75 },
]
const between = ['2026-03-01', '2026-04-30'] as const

test.for([
  ['has ten minutes left', { left: [1, 20] as const }, { day: '2026-03-11', quantity: 120 }],
  [
    'was overdrawn by one piece',
    { left: [-60, -1] as const, beyond: [1, 1] as const },
    { day: '2026-03-03', quantity: 120 },
  ],
  ['is as near as any to what cannot be', { left: [-900, -800] as const }, { day: '2026-03-02', quantity: 120 }],
] as const)('a voucher is bought so that it %s', ([, wanted, bought]) => {
  expect(buyFor(uses, { quantities: [120, 300], between, ...wanted })).toEqual(bought)
})

test('enough is whole five hours with something to spare', () => {
  expect(enoughFor(uses, '2026-03-01')).toBe(600)
  expect(enoughFor(uses, '2026-03-10')).toBe(300)
})
