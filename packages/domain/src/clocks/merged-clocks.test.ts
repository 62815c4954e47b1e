import { expect, test } from 'vitest'
import { told } from '../../test/build-clock-facts.ts'
import { createBusinessTime } from '../calendar/business-time.ts'
import { zoneNamed } from '../time/zone-named.ts'
import { clocksOf } from './clocks-of.ts'
import type { ClockFact } from './facts.ts'

const hours = ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: 8 * 60, to: 16 * 60 }))
const office = {
  ...{ timeZone: null, holidays: [] },
  versions: [{ validFrom: '1900-01-01', hours, holidaySet: 'denmark' as const }],
}
const calendars = new Map([['office', createBusinessTime(office, zoneNamed('Europe/Copenhagen'))]])
/** A Monday morning. */
const START = '2026-03-02T08:00+01:00'
const promised = (...more: ClockFact[]) => [told.created(START), told.policy(START), ...more]
const merged = (at: string) => ({ ...told.status(at, 'closed'), isMerge: true }) as ClockFact
const clock = (facts: ClockFact[], kind: string, now: string) =>
  clocksOf(facts, calendars, new Date(now)).find((candidate) => candidate.clock === kind)

test('a case that is merged neither solved nor missed anything: its clocks stand still', () => {
  const facts = promised(merged('2026-03-02T09:00+01:00'))
  for (const kind of ['first_response', 'resolution'])
    expect(clock(facts, kind, '2026-03-10T12:00+01:00')).toMatchObject({
      ...{ state: 'stopped', result: null, reachedAt: null, breach: null },
    })
})

test('undone, they go on with what was left, and the time between does not count', () => {
  const facts = promised(merged('2026-03-02T09:00+01:00'), told.status('2026-03-04T08:00+01:00', 'open'))
  const response = clock(facts, 'first_response', '2026-03-04T08:00+01:00')
  // Four hours were promised, and one had passed.
  expect(response).toMatchObject({ state: 'running', dueAt: new Date('2026-03-04T11:00+01:00') })
  expect(clock(facts, 'resolution', '2026-03-04T08:00+01:00')).toMatchObject({ state: 'running', reachedAt: null })
})

test('a further question that was open goes on too, where closing by hand would have ended it', () => {
  const asked = [told.reply('2026-03-02T08:30+01:00'), told.post('2026-03-02T09:00+01:00')]
  const back = told.status('2026-03-03T08:00+01:00', 'open')
  const by = (end: ClockFact) => clock(promised(...asked, end, back), 'next_response', '2026-03-03T09:00+01:00')
  expect(by(merged('2026-03-02T10:00+01:00'))).toMatchObject({ state: 'running' })
  expect(by(told.status('2026-03-02T10:00+01:00', 'closed'))).toMatchObject({ state: 'stopped' })
})
