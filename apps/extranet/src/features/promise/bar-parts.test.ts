import { expect, test } from 'vitest'
import { barParts } from './bar-parts.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
const segment = (state: 'running' | 'paused', from: number, to: number | null) => ({
  ...{ state, from: at(from).toISOString(), to: to === null ? null : at(to).toISOString() },
  ...{ because: 'created' as const, by: 'us' as const },
})

test('stretches have the share of the whole that they lasted, up to now', () => {
  const parts = barParts([segment('running', 8, 9), segment('paused', 9, 11), segment('running', 11, null)], at(12))
  expect(parts).toEqual([
    { state: 'running', share: 25 },
    { state: 'paused', share: 50 },
    { state: 'running', share: 25 },
  ])
})

test('a clock that has just begun has no bar', () => {
  expect(barParts([segment('running', 8, null)], at(8))).toEqual([])
})
