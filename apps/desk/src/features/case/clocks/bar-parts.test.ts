import type { CaseClock } from '@timedesk/contracts/clocks'
import { expect, test } from 'vitest'

import { barOf } from './bar-parts.ts'

const AT = '2026-03-02T09:15:00.000Z'

function stretch(state: 'running' | 'paused', minutes: number): CaseClock['segments'][number] {
  return {
    ...{ state, minutes, from: AT, to: AT, cause: 'created', status: null, reason: null },
    actor: { kind: 'system', name: '' },
  }
}

function clock(overrides: Partial<CaseClock>): CaseClock {
  return {
    ...{ clock: 'resolution', cycle: 1, state: 'running', result: null, startedAt: AT, stoppedAt: null },
    ...{ stoppedBy: null, dueAt: null, isByHand: false, target: 100, used: 0, remaining: 100, share: 0 },
    ...{ breach: null, warnings: [], segments: [] },
    ...overrides,
  }
}

test('what is left of the target stands behind what has passed', () => {
  const bar = barOf(clock({ used: 25, segments: [stretch('running', 25)] }))

  expect(bar?.parts).toEqual([
    { state: 'running', start: 0, length: 0.25 },
    { state: 'left', start: 0.25, length: 0.75 },
  ])
  expect(bar?.marks).toEqual([{ kind: 'target', at: 1 }])
})

test('a pause takes room on the bar and moves the target on', () => {
  const segments = [stretch('running', 50), stretch('paused', 100), stretch('running', 50)]
  const warnings = [{ share: 75, at: AT, owner: { id: null, name: null, department: 'Support' } }]

  const bar = barOf(clock({ used: 100, state: 'stopped', segments, warnings }))

  expect(bar?.parts.map(({ length }) => length)).toEqual([0.25, 0.5, 0.25])
  expect(bar?.marks).toEqual([
    { kind: 'warning', at: 175 / 200 },
    { kind: 'target', at: 1 },
  ])
})

test('what ran beyond the target stands behind its mark', () => {
  const bar = barOf(clock({ used: 200, segments: [stretch('running', 200)] }))

  expect(bar).toEqual({
    parts: [
      { state: 'running', start: 0, length: 0.5 },
      { state: 'over', start: 0.5, length: 0.5 },
    ],
    marks: [{ kind: 'target', at: 0.5 }],
  })
})

test('a stopped clock shows nothing of what it did not use, nor its target', () => {
  const bar = barOf(clock({ used: 40, state: 'stopped', segments: [stretch('running', 40)] }))

  expect(bar).toEqual({ parts: [{ state: 'running', start: 0, length: 1 }], marks: [] })
})

test('a deadline by hand has no mark among time that counts', () => {
  const bar = barOf(clock({ isByHand: true, used: 25, segments: [stretch('running', 25)] }))

  expect(bar).toEqual({ parts: [{ state: 'running', start: 0, length: 1 }], marks: [] })
})

test('nothing promised and nothing passed is no bar', () => {
  expect(barOf(clock({ target: null, segments: [stretch('running', 0)] }))).toBeNull()
})
