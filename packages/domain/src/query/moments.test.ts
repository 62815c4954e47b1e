import { expect, test } from 'vitest'
import { createZone } from '../time/zone.ts'
import { isMoment, spanOf } from './moments.ts'
import type { QueryValue } from './query.ts'

/** A Wednesday, half an hour before midnight there. */
const now = new Date('2026-03-25T22:30:00Z')
const zone = createZone('Europe/Copenhagen')
const is = (text: string): QueryValue => ({ kind: 'is', text })
const below = (text: string): QueryValue => ({ kind: 'below', text })
const above = (text: string): QueryValue => ({ kind: 'above', text })
const range = (from: string, to: string): QueryValue => ({ kind: 'range', from, to })

test.for([
  [is('today'), '2026-03-24T23:00', '2026-03-25T23:00'],
  [is('tomorrow'), '2026-03-25T23:00', '2026-03-26T23:00'],
  [is('2026-03-29'), '2026-03-28T23:00', '2026-03-29T22:00'],
  [is('thisweek'), '2026-03-22T23:00', '2026-03-29T22:00'],
  [is('lastmonth'), '2026-01-31T23:00', '2026-02-28T23:00'],
  [is('nextmonth'), '2026-03-31T22:00', '2026-04-30T22:00'],
  [below('today'), null, '2026-03-24T23:00'],
  [above('today'), '2026-03-25T23:00', null],
  [range('', 'today'), null, '2026-03-25T23:00'],
  [range('2026-03-01', '2026-03-02'), '2026-02-28T23:00', '2026-03-02T23:00'],
  [range('yesterday', ''), '2026-03-23T23:00', null],
] as const)('days are of the zone: %o', ([value, from, to]) => {
  for (const isAhead of [true, false]) {
    const span = spanOf(value, { now, zone, isAhead })
    expect(span?.from?.toISOString().slice(0, 16) ?? null).toBe(from)
    expect(span?.to?.toISOString().slice(0, 16) ?? null).toBe(to)
  }
})

test.for([
  [below('2d'), false, '2026-03-23T22:30', null],
  [above('2d'), false, null, '2026-03-23T22:30'],
  [is('2d'), false, '2026-03-23T22:30', null],
  [below('90min'), true, null, '2026-03-26T00:00'],
  [above('1w'), true, '2026-04-01T22:30', null],
  [range('1w', '2d'), false, '2026-03-18T22:30', '2026-03-23T22:30'],
  [range('2d', '1w'), false, '2026-03-18T22:30', '2026-03-23T22:30'],
  [range('', '3d'), false, null, '2026-03-22T22:30'],
  [range('', '3d'), true, null, '2026-03-28T22:30'],
  [range('1w', 'today'), false, '2026-03-18T22:30', '2026-03-25T23:00'],
  [range('2d', '1w'), true, '2026-03-27T22:30', '2026-04-01T22:30'],
] as const)('a distance reaches back, or ahead to what is due: %o %s', ([value, isAhead, from, to]) => {
  const span = spanOf(value, { now, zone, isAhead })
  expect(span?.from?.toISOString().slice(0, 16) ?? null).toBe(from)
  expect(span?.to?.toISOString().slice(0, 16) ?? null).toBe(to)
})

test('other texts say no time', () => {
  for (const text of ['soon', '', '2', '2 d', '-1d', '2026-2-3', '2026-02-30', '0000-01-01', '9999-12-31', '101y'])
    expect([text, isMoment(text), spanOf(is(text), { now, zone, isAhead: true })]).toEqual([text, false, null])
  expect(isMoment('100y')).toBe(true)
})
