import { expect, test } from 'vitest'
import { closingDays, isHoliday } from './holidays.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const isClosed = (day: string) => isHoliday(Date.parse(day) / DAY_MS)

test('offices close on days of their own choice too', () => {
  expect(closingDays(2026).map(({ day }) => day)).toEqual(['2026-06-05', '2026-12-24', '2026-12-31'])
})

test.for([
  ['2026-04-05', true],
  ['2026-05-25', true],
  ['2026-06-05', true],
  ['2026-12-31', true],
  ['2026-05-01', false],
  ['2026-12-23', false],
] as const)('on %s it is %o that offices are closed', ([day, closed]) => {
  expect(isClosed(day)).toBe(closed)
})
