import { expect, test } from 'vitest'
import { zoneNamed } from '../time/zone-named.ts'
import { closedDaysOf, outlookOf, type NamedCalendar } from './outlook.ts'

const copenhagen = zoneNamed('Europe/Copenhagen')
const office: NamedCalendar = {
  timeZone: null,
  versions: [
    {
      validFrom: '1900-01-01',
      holidaySet: 'denmark',
      hours: [
        { weekday: 4, from: 8 * 60, to: 12 * 60 },
        { weekday: 4, from: 12 * 60 + 30, to: 24 * 60 },
        { weekday: 7, from: 2 * 60 + 30, to: 4 * 60 },
      ],
    },
  ],
  holidays: ['2026-06-05'],
  closedDays: [{ day: '2026-06-05', name: 'Constitution Day' }],
}

function days(from: string, count: number) {
  return outlookOf(office, copenhagen, from, count).map(({ day, openMinutes, holiday, spans }) => [
    ...[day, openMinutes, holiday?.name ?? null],
    ...spans.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`),
  ])
}

test('each day has its open spans, or its holiday', () => {
  expect(days('2026-04-02', 1)).toEqual([['2026-04-02', 0, 'Maundy Thursday']])
  expect(days('2026-04-09', 2)).toEqual([
    ['2026-04-09', 930, null, '08:00–12:00', '12:30–24:00'],
    ['2026-04-10', 0, null],
  ])
})

test('nights in which clocks are changed are open by the clock on the wall', () => {
  expect(days('2026-03-29', 1)).toEqual([['2026-03-29', 60, null, '03:00–04:00']])
  expect(days('2026-10-25', 1)).toEqual([['2026-10-25', 120, null, '02:30–03:00', '02:30–04:00']])
})

test('instants are those of the zone', () => {
  const [day] = outlookOf({ ...office, timeZone: 'America/New_York' }, copenhagen, '2026-04-09', 1)

  expect(day?.spans[0]).toMatchObject({ opensAt: '08:00', from: new Date('2026-04-09T12:00:00Z') })
})

test('closed days to come are those of the set and its own, in order', () => {
  expect(closedDaysOf(office, '2026-05-20', 30).map(({ day, key, name }) => [day, key, name])).toEqual([
    ['2026-05-24', 'whit_sunday', 'Whit Sunday'],
    ['2026-05-25', 'whit_monday', 'Whit Monday'],
    ['2026-06-05', null, 'Constitution Day'],
  ])
})
