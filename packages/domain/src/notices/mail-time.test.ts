import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdayOf } from '../calendar/days.ts'
import { zoneNamed } from '../time/zone-named.ts'
import { mailTimeOf, NO_SCHEDULE, quietUntil, type MailSchedule } from './mail-time.ts'

const copenhagen = zoneNamed('Europe/Copenhagen')
const nights: MailSchedule = { ...NO_SCHEDULE, quiet: { from: 18 * 60, to: 7 * 60 + 30 } }
const weekends: MailSchedule = { ...nights, quietDays: [6, 7] }
const digest: MailSchedule = { ...weekends, digestAt: 9 * 60 }
const at = (text: string) => new Date(text)

test.for([
  ['nobody chose anything', 'normal', NO_SCHEDULE, '2026-03-02T22:00:00Z', null, null],
  ['outside of quiet hours', 'normal', nights, '2026-03-02T09:00:00Z', null, null],
  ['in the evening it waits for the morning', 'high', nights, '2026-03-02T20:00:00Z', 'quiet', '2026-03-03T06:30:00Z'],
  ['before the morning it waits for it', 'normal', nights, '2026-03-03T03:00:00Z', 'quiet', '2026-03-03T06:30:00Z'],
  ['on the minute they end it goes', 'normal', nights, '2026-03-03T06:30:00Z', null, null],
  [
    'on a Friday evening it waits for Monday',
    'normal',
    weekends,
    '2026-03-06T20:00:00Z',
    'quiet',
    '2026-03-09T06:30:00Z',
  ],
  [
    'high ones break through where that is chosen',
    'high',
    { ...nights, breaksQuiet: true },
    '2026-03-02T20:00:00Z',
    null,
    null,
  ],
  [
    'normal ones do not',
    'normal',
    { ...nights, breaksQuiet: true },
    '2026-03-02T20:00:00Z',
    'quiet',
    '2026-03-03T06:30:00Z',
  ],
  ['low ones wait for the digest', 'low', digest, '2026-03-02T07:00:00Z', 'digest', '2026-03-02T08:00:00Z'],
  ['at its very moment for the next one', 'low', digest, '2026-03-02T08:00:00Z', 'digest', '2026-03-03T08:00:00Z'],
  ['over a quiet weekend', 'normal', digest, '2026-03-06T09:00:00Z', 'digest', '2026-03-09T06:30:00Z'],
  ['high ones pass it by', 'high', digest, '2026-03-02T09:00:00Z', null, null],
  [
    'where the clock jumps over their end, they end then',
    'normal',
    { ...NO_SCHEDULE, quiet: { from: 0, to: 2 * 60 + 30 } },
    '2026-03-29T00:00:00Z',
    'quiet',
    '2026-03-29T01:30:00Z',
  ],
] as const)('%s', ([, level, schedule, now, heldFor, releaseAt]) => {
  const time = mailTimeOf(level, schedule, copenhagen, at(now))

  expect(time).toEqual(heldFor === null ? { heldFor } : { heldFor, releaseAt: at(releaseAt) })
})

const schedules = fc.record({
  quiet: fc.option(
    fc
      .record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 0, max: 1439 }) })
      .filter(({ from, to }) => from !== to),
  ),
  quietDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  breaksQuiet: fc.boolean(),
  digestAt: fc.option(fc.integer({ min: 0, max: 1439 })),
})
const moments = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z'), noInvalidDate: true })

test('mail never waits for more than the quiet days and two more, nor goes on a quiet day', () => {
  fc.assert(
    fc.property(schedules, moments, (schedule, now) => {
      const until = quietUntil(schedule, copenhagen, now)
      expect(until.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(until.getTime() - now.getTime()).toBeLessThanOrEqual((schedule.quietDays.length + 2) * 25 * 3_600_000)
      expect(schedule.quietDays).not.toContain(weekdayOf(copenhagen.dateAt(until.getTime())))
    }),
  )
})

test('what waits comes later than now', () => {
  fc.assert(
    fc.property(schedules, moments, fc.constantFrom('high', 'normal', 'low'), (schedule, now, level) => {
      const time = mailTimeOf(level, schedule, copenhagen, now)
      if (time.heldFor !== null) expect(time.releaseAt.getTime()).toBeGreaterThan(now.getTime())
    }),
  )
})
