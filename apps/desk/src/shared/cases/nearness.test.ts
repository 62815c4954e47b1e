import { expect, test } from 'vitest'

import { nearnessOf } from './nearness.ts'

const now = new Date('2026-03-02T12:00:00.000Z')
const later = '2026-03-02T13:00:00.000Z'
const earlier = '2026-03-02T11:59:59.000Z'

test.for([
  ['less than half is used', { at: later, state: 'running', share: 49 }, 'far'],
  ['half is used', { at: later, state: 'running', share: 50 }, 'coming'],
  ['three quarters are used', { at: later, state: 'running', share: 75 }, 'near'],
  ['all is used', { at: earlier, state: 'running', share: 100 }, 'past'],
  ['its moment came after it was read', { at: earlier, state: 'running', share: 99 }, 'past'],
  ['nobody told a target', { at: later, state: 'running', share: null }, 'far'],
  ['it stands still', { at: null, state: 'paused', share: 80 }, 'paused'],
  ['it stands still beyond its target', { at: null, state: 'paused', share: 120 }, 'past'],
] as const)('a clock of which %s is so near', ([, due, nearness]) => {
  expect(nearnessOf(due, now)).toBe(nearness)
})
