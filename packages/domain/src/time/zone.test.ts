import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createZone, isTimeZone } from './zone.ts'

const HOUR_MS = 3_600_000
const rome = createZone('Europe/Rome')

test.for([
  ['in winter', '2012-01-15T12:00:00.000Z', '2012-01-15T11:00:00.000Z'],
  ['in summer', '2012-07-15T12:00:00.000Z', '2012-07-15T10:00:00.000Z'],
  ['in the gap it moves on', '2012-03-25T02:30:00.000Z', '2012-03-25T01:30:00.000Z'],
  ['just before the gap', '2012-03-25T01:59:59.999Z', '2012-03-25T00:59:59.999Z'],
  ['just behind the gap', '2012-03-25T03:00:00.000Z', '2012-03-25T01:00:00.000Z'],
  ['in the fold the first is meant', '2012-10-28T02:30:00.000Z', '2012-10-28T00:30:00.000Z'],
  ['just behind the fold', '2012-10-28T03:00:00.000Z', '2012-10-28T02:00:00.000Z'],
] as const)('a clock time %s', ([, clock, instant]) => {
  expect(new Date(rome.toInstant(Date.parse(clock))).toISOString()).toBe(instant)
})

test.for([
  'Europe/Copenhagen',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
])('in %s an instant comes back from its clock time, but for the second turn of a fold', (name) => {
  const zone = createZone(name)
  fc.assert(
    fc.property(fc.date({ min: new Date('1995-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (date) => {
      const instant = date.getTime()
      const back = zone.toInstant(instant + zone.offsetAt(instant))
      expect(zone.offsetAt(back) + back).toBe(zone.offsetAt(instant) + instant)
      expect([0, HOUR_MS / 2, HOUR_MS]).toContain(instant - back)
    }),
    { numRuns: 300 },
  )
})

test.for([
  ['2026-06-30T21:59:59.999Z', '2026-06-30'],
  ['2026-06-30T22:00:00.000Z', '2026-07-01'],
  ['2026-12-31T23:00:00.000Z', '2027-01-01'],
] as const)('%s is on %s in Rome', ([instant, date]) => {
  expect(rome.dateAt(Date.parse(instant))).toBe(date)
})

test('a name that is no zone is known as such', () => {
  expect([isTimeZone('Europe/Copenhagen'), isTimeZone('Europe/Atlantis')]).toEqual([true, false])
})
