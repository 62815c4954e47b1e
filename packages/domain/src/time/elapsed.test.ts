import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elapsedMinutes, splitByWorkDate } from './elapsed.ts'
import { createZone } from './zone.ts'

const copenhagen = createZone('Europe/Copenhagen')

test.for([
  ['half an hour', '2026-03-02T09:00:00Z', '2026-03-02T09:30:00Z', 30],
  ['a few seconds are a minute', '2026-03-02T09:00:00Z', '2026-03-02T09:00:04Z', 1],
  ['half a minute is rounded up', '2026-03-02T09:00:00Z', '2026-03-02T09:01:30Z', 2],
  ['less than half is rounded down', '2026-03-02T09:00:00Z', '2026-03-02T09:01:29Z', 1],
  ['no time', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z', 0],
  ['a clock that went back', '2026-03-02T09:00:00Z', '2026-03-02T08:59:00Z', 0],
] as const)('%s', ([, start, stop, minutes]) => {
  expect(elapsedMinutes(new Date(start), new Date(stop))).toBe(minutes)
})

test.for([
  [
    'over midnight',
    '2026-03-02T22:30:00Z',
    '2026-03-03T00:15:00Z',
    [
      { workDate: '2026-03-02', minutes: 30 },
      { workDate: '2026-03-03', minutes: 75 },
    ],
  ],
  [
    'through the night the clocks go forward',
    '2026-03-29T00:30:00Z',
    '2026-03-29T01:30:00Z',
    [{ workDate: '2026-03-29', minutes: 60 }],
  ],
  [
    'through the night they go back',
    '2026-10-24T23:30:00Z',
    '2026-10-25T02:30:00Z',
    [{ workDate: '2026-10-25', minutes: 180 }],
  ],
  ['no time', '2026-03-02T22:30:00Z', '2026-03-02T22:30:00Z', []],
] as const)('work %s is split by local date', ([, start, stop, days]) => {
  expect(splitByWorkDate(new Date(start), new Date(stop), copenhagen)).toEqual(days)
})

test('the parts sum to the whole, on one day each', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 3 * 86_400_000 }), (start, ms) => {
      const stop = new Date(start.getTime() + ms)
      const days = splitByWorkDate(start, stop, copenhagen)
      expect(days.reduce((sum, day) => sum + day.minutes, 0)).toBe(elapsedMinutes(start, stop))
      expect(new Set(days.map((day) => day.workDate)).size).toBe(days.length)
    }),
  )
})
