import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '../calendar/days.ts'
import { earliestLastDay, lastDayForNotice, nextTerm, renewalDue, renewalMailDueOn } from './renewal.ts'
import type { Term } from './renewal.ts'

const yearly: Term = { startsOn: '2026-01-01', validTo: '2026-12-31', noticeDays: 90, renewalMonths: 12 }

test.for([
  ['in time for the term', yearly, '2026-05-01', '2026-12-31'],
  ['on the last day for it', yearly, '2026-10-02', '2026-12-31'],
  ['a day too late', yearly, '2026-10-03', '2027-12-31'],
  ['two terms too late', yearly, '2027-11-01', '2028-12-31'],
  ['too late for a term that ends anyway', { ...yearly, renewalMonths: null }, '2026-12-01', '2026-12-31'],
  ['without a term', { ...yearly, validTo: null }, '2026-05-15', '2026-08-13'],
  ['without a term and notice', { ...yearly, validTo: null, noticeDays: 0 }, '2026-05-15', '2026-05-15'],
  [
    'for short terms',
    { ...yearly, validTo: '2026-01-31', renewalMonths: 1, noticeDays: 30 },
    '2026-02-15',
    '2026-03-31',
  ],
] as const)('notice %s', ([, term, noticeOn, lastDay]) => {
  expect(earliestLastDay(term, noticeOn)).toBe(lastDay)
})

test.for([
  ['a year', yearly, { from: '2027-01-01', to: '2027-12-31' }],
  [
    'a month of a line from a month end',
    { startsOn: '2026-01-31', validTo: '2026-02-27', renewalMonths: 1 },
    { from: '2026-02-28', to: '2026-03-30' },
  ],
  [
    'a year from a leap day',
    { startsOn: '2028-02-29', validTo: '2031-02-27', renewalMonths: 12 },
    { from: '2031-02-28', to: '2032-02-28' },
  ],
  ['a year after one and a half', { validTo: '2027-06-30' }, { from: '2027-07-01', to: '2028-06-30' }],
  [
    'a year after a term that ended within a month',
    { validTo: '2027-06-14' },
    { from: '2027-06-15', to: '2028-06-14' },
  ],
  ['none after the last', { renewalMonths: null }, null],
  ['none without a term', { validTo: null }, null],
] as const)('the next term: %s', ([, change, next]) => {
  expect(nextTerm({ ...yearly, ...change })).toEqual(next)
})

test('owner and customer hear of it a fortnight before the last day for notice', () => {
  expect([renewalMailDueOn(yearly), lastDayForNotice(yearly)]).toEqual(['2026-09-18', '2026-10-02'])
})

test.for([
  ['one that ends with its term', { renewalMonths: null }],
  ['one without a term', { validTo: null }],
] as const)('there is no notice to give and no mail for %s', ([, change]) => {
  const term = { ...yearly, ...change }
  expect([lastDayForNotice(term), renewalMailDueOn(term), renewalDue(term, '2030-01-01')]).toEqual([null, null, null])
})

test.for([
  ['on the last day for notice', {}, '2026-10-02', null],
  ['on the day after it', {}, '2026-10-03', '2027-12-31'],
  ['long after it', {}, '2027-05-01', '2027-12-31'],
  ['without notice, on the last day', { noticeDays: 0 }, '2026-12-31', null],
  ['without notice, after the last day', { noticeDays: 0 }, '2027-01-01', '2027-12-31'],
] as const)('renewal %s', ([, change, day, to]) => {
  expect(renewalDue({ ...yearly, ...change }, day)?.to ?? null).toBe(to)
})

test('a term of no months is a fault', () => {
  expect(() => earliestLastDay({ ...yearly, renewalMonths: 0 }, '2027-01-01')).toThrow(RangeError)
})

test('renewed terms follow one another as if they were counted from the start', () => {
  const days = fc.integer({ min: 0, max: 12_000 }).map((count) => addDays('2000-01-01', count))
  fc.assert(
    fc.property(days, fc.constantFrom(1, 3, 6, 12, 24), fc.integer({ min: 1, max: 20 }), (startsOn, months, count) => {
      let term: Term = { ...yearly, startsOn, validTo: addDays(addMonths(startsOn, months), -1), renewalMonths: months }
      for (let renewed = 0; renewed < count; renewed++) term = { ...term, validTo: nextTerm(term)?.to ?? null }
      expect(term.validTo).toBe(addDays(addMonths(startsOn, months * (count + 1)), -1))
    }),
  )
})
