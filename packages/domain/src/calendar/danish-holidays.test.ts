import { expect, test } from 'vitest'
import { almanac } from '../../test/wall-clock.ts'
import { danishHolidays, easterSunday } from './danish-holidays.ts'
import { weekdayOf } from './days.ts'

test.for([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2023, '2023-04-09'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
] as const)('Easter of %i is on %s', ([year, day]) => {
  expect(easterSunday(year)).toBe(day)
})

test('the holidays of 2026 are those of the almanac', () => {
  const days = danishHolidays(2026).map(({ day }) => day)

  expect(days).toEqual([...almanac].filter((day) => day.startsWith('2026')))
})

test('Great Prayer Day was a holiday up to 2023, on a Friday', () => {
  const prayerDays = [2022, 2023, 2024, 2025].map(
    (year) => danishHolidays(year).find(({ key }) => key === 'great_prayer_day')?.day ?? null,
  )

  expect(prayerDays).toEqual(['2022-05-13', '2023-05-05', null, null])
  expect(weekdayOf('2023-05-05')).toBe(5)
})
