import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  earlierOf,
  firstOfMonth,
  lastOfMonth,
  laterOf,
  mondayOf,
  monthsBetween,
  weekdayOf,
} from './days.ts'

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test.for([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2026-03-29', 1, '2026-03-30'],
  ['2026-05-22', 0, '2026-05-22'],
] as const)('%s and %i days are %s', ([day, count, result]) => {
  expect(addDays(day, count)).toBe(result)
})

test.for([
  ['2026-02-10', '2026-03-31', 50],
  ['2026-01-01', '2026-03-31', 90],
  ['2028-01-01', '2028-12-31', 366],
  ['2026-05-22', '2026-05-22', 1],
  ['2026-05-22', '2026-05-21', 0],
] as const)('from %s to %s are %i days', ([from, to, count]) => {
  expect(daysBetween(from, to)).toBe(count)
})

test.for([
  ['2026-05-18', 1, '2026-05-18'],
  ['2026-05-22', 5, '2026-05-18'],
  ['2026-05-24', 7, '2026-05-18'],
  ['2027-01-01', 5, '2026-12-28'],
] as const)('%s is weekday %i of the week of %s', ([day, weekday, monday]) => {
  expect(weekdayOf(day)).toBe(weekday)
  expect(mondayOf(day)).toBe(monday)
})

test.for([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2026-01-31', 12, '2027-01-31'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-08-31', 0, '2026-08-31'],
] as const)('%s and %i months are %s', ([anchor, months, day]) => {
  expect(addMonths(anchor, months)).toBe(day)
})

test.for([
  ['2026-02-10', '2026-02-01', '2026-02-28'],
  ['2028-02-29', '2028-02-01', '2028-02-29'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
] as const)('the month of %s goes from %s to %s', ([day, first, last]) => {
  expect([firstOfMonth(day), lastOfMonth(day)]).toEqual([first, last])
})

test('the earlier and the later of two days', () => {
  expect([earlierOf('2026-12-31', '2027-01-01'), laterOf('2026-12-31', '2027-01-01')]).toEqual([
    '2026-12-31',
    '2027-01-01',
  ])
})

test.for(['2026-02-30', '2026-13-01', '2026-1-1', '22.05.2026', ''])('%o is no day', (text) => {
  expect(() => addDays(text, 1)).toThrow(RangeError)
})

test('days and months are added as they are counted', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count + 1)
      expect(addDays(addDays(day, count), -count)).toBe(day)
      expect(monthsBetween(day, addMonths(day, count))).toBe(count)
    }),
  )
})
