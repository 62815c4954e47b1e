import { expect, test } from 'vitest'
import { createWorkingTime, isWorkingDay } from './working-time.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const isOpenOn = (day: string) => isWorkingDay(Date.parse(day) / DAY_MS)

test.for([
  ['2026-04-02', 'Maundy Thursday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-14', 'Ascension'],
  ['2027-05-17', 'Whit Monday'],
  ['2026-06-05', 'Constitution Day'],
  ['2026-12-24', 'Christmas Eve'],
  ['2026-11-22', 'a Sunday'],
] as const)('the office is closed on %s, %s', ([day]) => {
  expect(isOpenOn(day)).toBe(false)
})

test('the office is open on ordinary weekdays', () => {
  expect(['2026-04-07', '2026-11-23', '2028-02-29'].filter(isOpenOn)).toEqual([
    '2026-04-07',
    '2026-11-23',
    '2028-02-29',
  ])
})

test('a minute after the last one of a Friday is eight in the morning on Monday', () => {
  const time = createWorkingTime(new Date('2026-11-20T15:00:00Z'))

  expect(new Date(time.instantAt(time.now)).toISOString()).toBe('2026-11-20T14:59:00.000Z')
  expect(new Date(time.instantAt(time.now + 1)).toISOString()).toBe('2026-11-23T07:00:00.000Z')
})
