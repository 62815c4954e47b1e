import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, firstOfMonth } from '../calendar/days.ts'
import { lastDayAfter, periodsOf } from './periods.ts'
import type { PlanLine } from './periods.ts'

const monthly: PlanLine = {
  startsOn: '2026-01-31',
  anchor: 'start',
  months: 1,
  prorate: true,
  timing: 'advance',
  leadDays: 0,
}
const quarterly: PlanLine = { ...monthly, startsOn: '2026-02-10', anchor: 'calendar', months: 3 }

function spans(line: PlanLine, until: string, endsOn: string | null = null) {
  return periodsOf(line, { until, endsOn }).map(({ from, to }) => [from, to])
}

test('E12: monthly from the last of January', () => {
  const periods = spans(monthly, '2027-01-30')
  expect(periods).toHaveLength(12)
  expect(periods.slice(0, 4)).toEqual([
    ['2026-01-31', '2026-02-27'],
    ['2026-02-28', '2026-03-30'],
    ['2026-03-31', '2026-04-29'],
    ['2026-04-30', '2026-05-30'],
  ])
  expect(periods.at(-1)?.[1]).toBe('2027-01-30')
})

test('E11: quarters of the calendar from within one', () => {
  const [first, second] = periodsOf(quarterly, { until: '2026-04-01', endsOn: null })
  expect(first).toEqual({
    from: '2026-02-10',
    to: '2026-03-31',
    wholeFrom: '2026-01-01',
    wholeTo: '2026-03-31',
    chargedDays: 50,
    wholeDays: 90,
    dueOn: '2026-02-10',
  })
  expect(second).toMatchObject({ from: '2026-04-01', to: '2026-06-30', chargedDays: 91, wholeDays: 91 })
})

test.for([
  ['the leap day by months', { startsOn: '2028-02-29' }, ['2028-02-29', '2028-03-28'], ['2028-03-29', '2028-04-28']],
  [
    'the leap day by years',
    { startsOn: '2028-02-29', months: 12 },
    ['2028-02-29', '2029-02-27'],
    ['2029-02-28', '2030-02-27'],
  ],
  [
    'a month end before a leap day',
    { startsOn: '2028-01-31' },
    ['2028-01-31', '2028-02-28'],
    ['2028-02-29', '2028-03-30'],
  ],
  ['a quarter end', { startsOn: '2026-11-30', months: 3 }, ['2026-11-30', '2027-02-27'], ['2027-02-28', '2027-05-29']],
  [
    'a half year of the calendar',
    { startsOn: '2026-08-15', months: 6, anchor: 'calendar' },
    ['2026-08-15', '2026-12-31'],
    ['2027-01-01', '2027-06-30'],
  ],
  [
    'a year of the calendar',
    { startsOn: '2026-12-31', months: 12, anchor: 'calendar' },
    ['2026-12-31', '2026-12-31'],
    ['2027-01-01', '2027-12-31'],
  ],
  [
    'a first of a calendar month',
    { startsOn: '2026-01-01', anchor: 'calendar' },
    ['2026-01-01', '2026-01-31'],
    ['2026-02-01', '2026-02-28'],
  ],
] as const)('periods from %s', ([, change, first, second]) => {
  const line = { ...monthly, ...change }
  expect(spans(line, '2031-01-01').slice(0, 2)).toEqual([first, second])
})

test.for([
  ['in advance, on its first day', { startsOn: '2026-03-01' }, '2026-02-28', '2026-03-01', '2026-03-01'],
  ['in advance with a lead', { startsOn: '2026-03-01', leadDays: 14 }, '2026-02-14', '2026-02-15', '2026-02-15'],
  [
    'in arrears, on its first day, and is due after its last',
    { startsOn: '2026-03-01', timing: 'arrears', leadDays: 14 },
    '2026-02-28',
    '2026-03-01',
    '2026-04-01',
  ],
] as const)('a period appears %s', ([, change, before, on, dueOn]) => {
  const line = { ...monthly, ...change }
  expect(periodsOf(line, { until: before, endsOn: null })).toEqual([])
  expect(periodsOf(line, { until: on, endsOn: null }).map((period) => period.dueOn)).toEqual([dueOn])
})

test.for([
  ['within a period', '2026-03-10', ['2026-02-28', '2026-03-10'], 11],
  ['on its last day', '2026-03-30', ['2026-02-28', '2026-03-30'], 31],
  ['on its first day', '2026-02-28', ['2026-02-28', '2026-02-28'], 1],
] as const)('a line that ends %s clips it', ([, endsOn, last, chargedDays]) => {
  const periods = periodsOf(monthly, { until: '2027-01-01', endsOn })
  expect(periods).toHaveLength(2)
  expect([periods[1]?.from, periods[1]?.to]).toEqual(last)
  expect(periods[1]).toMatchObject({ chargedDays, wholeDays: 31, wholeTo: '2026-03-30' })
})

test('a clipped period in arrears is due the day after the line ended', () => {
  const periods = periodsOf({ ...monthly, timing: 'arrears' }, { until: '2026-03-01', endsOn: '2026-02-10' })
  expect(periods.map(({ to, dueOn }) => [to, dueOn])).toEqual([['2026-02-10', '2026-02-11']])
})

test('without proration a clipped period is charged whole', () => {
  const [first] = periodsOf({ ...quarterly, prorate: false }, { until: '2026-02-10', endsOn: null })
  expect(first).toMatchObject({ from: '2026-02-10', chargedDays: 90, wholeDays: 90 })
})

test('a line that ends before it starts has no period', () => {
  expect(spans(monthly, '2027-01-01', '2026-01-30')).toEqual([])
})

test.for([
  ['its own last day', 0, '2026-02-27'],
  ['the last day of the next', 1, '2026-03-30'],
  ['that of the twelfth after', 12, '2027-02-27'],
] as const)('counted from a period, %s', ([, periods, day]) => {
  expect(lastDayAfter(monthly, { wholeFrom: '2026-01-31' }, periods)).toBe(day)
})

const days = fc.integer({ min: 0, max: 12_000 }).map((count) => addDays('2000-01-01', count))
const lines = fc.record<PlanLine>({
  startsOn: days,
  anchor: fc.constantFrom('start', 'calendar'),
  months: fc.constantFrom(1, 3, 6, 12),
  prorate: fc.boolean(),
  timing: fc.constantFrom('advance', 'arrears'),
  leadDays: fc.nat(60),
})

test('periods tile the line without gap or overlap, and each whole one comes from the anchor', () => {
  fc.assert(
    fc.property(lines, fc.nat(1500), fc.option(fc.nat(1500)), (line, length, last) => {
      const until = addDays(line.startsOn, length)
      const endsOn = last === null ? null : addDays(line.startsOn, last)
      const periods = periodsOf(line, { until, endsOn })

      expect(periods[0]?.from).toBe(line.startsOn)
      expect(periods.slice(1).map(({ from }) => from)).toEqual(periods.slice(0, -1).map(({ to }) => addDays(to, 1)))
      expect(periods.at(-1)?.to).toSatisfy((to: string) => to === endsOn || to >= until)
      const anchor = periods[0]?.wholeFrom ?? ''
      expect(periods.map(({ wholeFrom }) => wholeFrom)).toEqual(
        periods.map((_, index) => addMonths(anchor, index * line.months)),
      )
      expect(anchor).toBe(line.anchor === 'start' ? line.startsOn : firstOfMonth(anchor))
    }),
  )
})

test('a period never lies outside of its whole one, nor is charged for more days', () => {
  fc.assert(
    fc.property(lines, fc.nat(800), fc.nat(800), (line, length, last) => {
      const range = { until: addDays(line.startsOn, length), endsOn: addDays(line.startsOn, last) }
      const misfits = periodsOf(line, range).filter(
        (period) =>
          period.from < period.wholeFrom ||
          period.to > period.wholeTo ||
          period.chargedDays < daysBetween(period.from, period.to) ||
          period.chargedDays > period.wholeDays,
      )
      expect(misfits).toEqual([])
    }),
  )
})

test('a later day only adds periods', () => {
  fc.assert(
    fc.property(lines, fc.nat(800), fc.nat(100), (line, length, more) => {
      const until = addDays(line.startsOn, length)
      const early = periodsOf(line, { until, endsOn: null })
      const late = periodsOf(line, { until: addDays(until, more), endsOn: null })
      expect(late.slice(0, early.length)).toEqual(early)
    }),
  )
})
