import { expect, test } from 'vitest'

import { parseHolidays } from './parse-holidays.ts'

test.for([
  ['2026-04-03 Good Friday', '2026-04-03', 'Good Friday'],
  ['3.4.2026 Langfredag', '2026-04-03', 'Langfredag'],
  ['24/12/2026, Juleaftensdag', '2026-12-24', 'Juleaftensdag'],
  ['2026-1-1: New Year’s Day', '2026-01-01', 'New Year’s Day'],
] as const)('“%s” is a holiday', ([line, day, name]) => {
  expect(parseHolidays(line)).toEqual({ holidays: [{ day, name }], unreadable: [] })
})

test('lines that are no holidays come back, and empty ones are nothing', () => {
  expect(parseHolidays('2026-04-31 No such day\n\nChristmas\n 25.12.2026 Christmas Day ')).toEqual({
    holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
    unreadable: ['2026-04-31 No such day', 'Christmas'],
  })
})
