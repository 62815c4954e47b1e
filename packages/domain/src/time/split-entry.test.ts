import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elapsedMinutes } from './elapsed.ts'
import { splitEntry } from './split-entry.ts'
import { createZone } from './zone.ts'

const copenhagen = createZone('Europe/Copenhagen')
const newYork = createZone('America/New_York')

function split(start: string, end: string, minutes: number, zone = copenhagen) {
  return splitEntry({ startMs: Date.parse(start), endMs: Date.parse(end), minutes }, zone).map((part) => [
    part.workDate,
    new Date(part.startMs).toISOString().slice(5, 16),
    new Date(part.endMs).toISOString().slice(5, 16),
    part.minutes,
  ])
}

test('work within a day is one part', () => {
  expect(split('2026-05-22T09:00Z', '2026-05-22T10:30Z', 90)).toEqual([
    ['2026-05-22', '05-22T09:00', '05-22T10:30', 90],
  ])
})

test('work over midnight is a part of each local day', () => {
  expect(split('2026-05-22T21:30Z', '2026-05-22T23:15Z', 105)).toEqual([
    ['2026-05-22', '05-22T21:30', '05-22T22:00', 30],
    ['2026-05-23', '05-22T22:00', '05-22T23:15', 75],
  ])
})

test('work from one year to the next is split at its midnight', () => {
  expect(split('2026-12-31T22:00Z', '2027-01-01T00:00Z', 120)).toEqual([
    ['2026-12-31', '12-31T22:00', '12-31T23:00', 60],
    ['2027-01-01', '12-31T23:00', '01-01T00:00', 60],
  ])
})

test('a pause shortens each day by its share', () => {
  expect(split('2026-05-22T21:00Z', '2026-05-23T00:00Z', 100)).toEqual([
    ['2026-05-22', '05-22T21:00', '05-22T22:00', 33],
    ['2026-05-23', '05-22T22:00', '05-23T00:00', 67],
  ])
})

test('a day whose share is no minute is left out', () => {
  expect(split('2026-05-22T21:59Z', '2026-05-22T23:59Z', 10)).toEqual([
    ['2026-05-23', '05-22T22:00', '05-22T23:59', 10],
  ])
})

test.for([
  ['Copenhagen, forward', copenhagen, '2026-03-28T22:00Z', '2026-03-29T03:00Z', '2026-03-28', '2026-03-29', 60, 240],
  ['Copenhagen, back', copenhagen, '2026-10-24T21:00Z', '2026-10-25T02:00Z', '2026-10-24', '2026-10-25', 60, 240],
  ['New York, forward', newYork, '2026-03-08T04:00Z', '2026-03-08T08:00Z', '2026-03-07', '2026-03-08', 60, 180],
  ['New York, back', newYork, '2026-11-01T03:00Z', '2026-11-01T08:00Z', '2026-10-31', '2026-11-01', 60, 240],
] as const)('through the switch night of %s', ([, zone, start, end, before, after, first, second]) => {
  expect(split(start, end, first + second, zone).map(([day, , , minutes]) => [day, minutes])).toEqual([
    [before, first],
    [after, second],
  ])
})

test('a stop that is not after the start has no part', () => {
  expect(split('2026-05-22T09:00Z', '2026-05-22T09:00Z', 0)).toEqual([])
})

test('the parts sum to the minutes, lie on their own days and follow one another', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, fc.nat(3 * 86_400_000), fc.nat(4000), (start, ms, pause) => {
      const [startMs, endMs] = [start.getTime(), start.getTime() + ms]
      const minutes = Math.max(0, elapsedMinutes(start, new Date(endMs)) - pause)
      const parts = splitEntry({ startMs, endMs, minutes }, copenhagen)
      expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(minutes)
      expect(parts.map(({ startMs: at }) => copenhagen.dateAt(at))).toEqual(parts.map(({ workDate }) => workDate))
      const instants = parts.flatMap((part) => [part.startMs, part.endMs])
      expect(instants).toEqual(instants.toSorted((one, other) => one - other))
    }),
  )
})
