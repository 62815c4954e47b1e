import { expect, test } from 'vitest'
import { daysOfWeek, weekSheet } from './week.ts'

const office = [450, 450, 450, 450, 420, 0, 0]

test('a week goes from Monday to Sunday, over the end of a year too', () => {
  expect(daysOfWeek('2027-01-01')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ])
})

test('cells are summed by row and by day', () => {
  const sheet = weekSheet(
    '2026-05-20',
    [
      { row: 'case 2', workDate: '2026-05-19', minutes: 60 },
      { row: 'case 1', workDate: '2026-05-18', minutes: 400 },
      { row: 'case 2', workDate: '2026-05-19', minutes: 15 },
      { row: 'case 1', workDate: '2026-05-24', minutes: 30 },
    ],
    office,
  )

  expect(sheet.rows).toEqual([
    { row: 'case 2', minutes: [0, 75, 0, 0, 0, 0, 0], total: 75 },
    { row: 'case 1', minutes: [400, 0, 0, 0, 0, 0, 30], total: 430 },
  ])
  expect(sheet.days.map(({ day, minutes, balance }) => [day, minutes, balance])).toEqual([
    ['2026-05-18', 400, -50],
    ['2026-05-19', 75, -375],
    ['2026-05-20', 0, -450],
    ['2026-05-21', 0, -450],
    ['2026-05-22', 0, -420],
    ['2026-05-23', 0, 0],
    ['2026-05-24', 30, 30],
  ])
  expect(sheet).toMatchObject({ total: 505, workingMinutes: 2220, balance: -1715 })
})

test('an empty week lacks its working minutes', () => {
  expect(weekSheet('2026-05-18', [], office)).toMatchObject({ rows: [], total: 0, balance: -2220 })
})

test('a cell of another week is a fault', () => {
  expect(() => weekSheet('2026-05-18', [{ row: 'case 1', workDate: '2026-05-25', minutes: 30 }], office)).toThrow(
    RangeError,
  )
})
