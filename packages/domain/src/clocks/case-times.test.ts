import { expect, test } from 'vitest'
import { aroundTheClock } from '../calendar/business-time.ts'
import { isPaused, type StatusCategory } from '../helpdesk/status.ts'
import { caseTimes } from './case-times.ts'
import { measure, minutesOf } from './measure.ts'

const NOW = 1_000
const move = (atMs: number, category: StatusCategory, pauses = isPaused(category)) => ({ atMs, category, pauses })
const times = (...moves: ReturnType<typeof move>[]) =>
  caseTimes({ createdMs: 100, respondedMs: 130, moves }, aroundTheClock, NOW)

test.for([
  ['solved at once', [move(300, 'solved')], 300, 200, 0],
  ['solved, then closed', [move(300, 'solved'), move(500, 'closed')], 300, 200, 0],
  ['closed without being solved', [move(500, 'closed')], 500, 400, 0],
  ['solved after pauses', [move(150, 'waiting_customer'), move(250, 'open'), move(300, 'solved')], 300, 100, 100],
  ['solved while it waits', [move(150, 'waiting_third_party'), move(250, 'solved')], 250, 50, 100],
  ['reopened and solved again', [move(200, 'solved'), move(600, 'open'), move(650, 'solved')], 650, 150, 0],
  ['closed and reopened', [move(200, 'closed'), move(600, 'open'), move(650, 'closed')], 650, 150, 0],
  ['told to wait without a pause', [move(150, 'waiting_customer', false), move(300, 'solved')], 300, 200, 0],
  ['still open', [move(150, 'waiting_customer'), move(250, 'open')], null, null, 100],
  ['still waiting', [move(200, 'waiting_customer')], null, null, 800],
  ['reopened', [move(200, 'solved'), move(600, 'open')], null, null, 0],
  ['cancelled', [move(200, 'cancelled')], null, null, 0],
] as const)('%s', ([, moves, resolvedAtMs, resolutionMs, pausedMs]) => {
  expect(times(...moves)).toEqual({ responseMs: 30, resolvedAtMs, resolutionMs, pausedMs })
})

test('a case without an answer has no response', () => {
  const course = { createdMs: 100, respondedMs: null, moves: [] }

  expect(caseTimes(course, aroundTheClock, NOW)).toMatchObject({ responseMs: null, resolutionMs: null })
})

test('times are measured by mean, median and ninth tenth', () => {
  const minutes = (...values: number[]) => measure(values.map((value) => value * 60_000))

  expect(minutes()).toEqual({ cases: 0, averageMinutes: null, medianMinutes: null, p90Minutes: null })
  expect(minutes(7)).toEqual({ cases: 1, averageMinutes: 7, medianMinutes: 7, p90Minutes: 7 })
  expect(minutes(10, 1, 2)).toEqual({ cases: 3, averageMinutes: 4.33, medianMinutes: 2, p90Minutes: 8.4 })
  expect(minutes(4, 1, 2, 10)).toMatchObject({ medianMinutes: 3, p90Minutes: 8.2 })
})

test.for([
  [0, 0],
  [1_000, 0.02],
  [300, 0.01],
  [299, 0],
  [90_000, 1.5],
] as const)('%i milliseconds are %d minutes', ([ms, minutes]) => {
  expect(minutesOf(ms)).toBe(minutes)
})
