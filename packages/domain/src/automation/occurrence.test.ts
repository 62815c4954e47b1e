import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasCome, occurrenceKey, occurrenceOf, type CaseMoments, type TimeTrigger } from './occurrence.ts'

const at = (clock: string) => new Date(`2026-03-02T${clock}:00Z`)

function moments(overrides: Partial<CaseMoments> = {}): CaseMoments {
  return {
    category: 'open',
    createdAt: at('08:00'),
    statusSince: at('09:00'),
    lastContactReplyAt: null,
    lastStaffReplyAt: null,
    dueAt: null,
    ...overrides,
  }
}

function after(since: TimeTrigger['since'], minutes: number, isBefore = false): TimeTrigger {
  return { kind: 'time', since, minutes, isBefore }
}

test.for<[string, TimeTrigger, Partial<CaseMoments>, string | null]>([
  ['since creation', after('created', 30), {}, '08:30'],
  ['since the status', after('status', 90), {}, '10:30'],
  ['no word of the contact', after('last_contact_reply', 60), {}, null],
  ['an unanswered word of the contact', after('last_contact_reply', 60), { lastContactReplyAt: at('09:10') }, '10:10'],
  [
    'a word of before the contact’s',
    after('last_contact_reply', 60),
    { lastContactReplyAt: at('09:10'), lastStaffReplyAt: at('09:00') },
    '10:10',
  ],
  [
    'an answered word of the contact',
    after('last_contact_reply', 60),
    { lastContactReplyAt: at('09:10'), lastStaffReplyAt: at('09:20') },
    null,
  ],
  [
    'an unanswered word of staff',
    after('last_staff_reply', 60),
    { lastContactReplyAt: at('09:10'), lastStaffReplyAt: at('09:20') },
    '10:20',
  ],
  ['no deadline', after('due', 60), {}, null],
  ['after the deadline', after('due', 60), { dueAt: at('12:00') }, '13:00'],
  ['before the deadline', after('due', 60, true), { dueAt: at('12:00') }, '11:00'],
  ['at the deadline', after('due', 0), { dueAt: at('12:00') }, '12:00'],
  ['a solved case', after('status', 60), { category: 'solved' }, '10:00'],
  ['a closed case', after('status', 60), { category: 'closed' }, null],
  ['a cancelled case', after('created', 60), { category: 'cancelled' }, null],
])('%s', ([, trigger, given, clock]) => {
  expect(occurrenceOf(trigger, moments(given))?.at ?? null).toEqual(clock === null ? null : at(clock))
})

test('a time has come once it has passed, unless it had before the rule was switched on', () => {
  const occurrence = { since: at('08:00'), at: at('08:30') }
  const asked = (activeSince: string, now: string) =>
    hasCome(occurrence, { activeSince: at(activeSince), now: at(now) })
  expect(asked('08:00', '08:29')).toBe(false)
  expect(asked('08:00', '08:30')).toBe(true)
  expect(asked('08:29', '10:30')).toBe(true)
  expect(asked('08:30', '10:30')).toBe(false)
})

test('a new word is a new occurrence; the same word asked later is the same', () => {
  const trigger = after('last_contact_reply', 60)
  const keyOf = (clock: string) => {
    const occurrence = occurrenceOf(trigger, moments({ lastContactReplyAt: at(clock) }))
    return occurrence === null ? null : occurrenceKey(trigger, occurrence)
  }
  expect(keyOf('09:10')).toBe(keyOf('09:10'))
  expect(keyOf('09:10')).not.toBe(keyOf('09:11'))
})

test('whenever the job looks, each minute or hours late, an occurrence comes exactly once', () => {
  const looks = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(looks, fc.integer({ min: 0, max: 300 }), (gaps, minutes) => {
      const trigger = after('created', minutes)
      const occurrence = occurrenceOf(trigger, moments())
      if (occurrence === null) throw new Error('There is one')
      const done = new Set<string>()
      let now = at('08:00')
      let runs = 0
      for (const gap of gaps) {
        now = new Date(now.getTime() + gap * 60_000)
        if (!hasCome(occurrence, { activeSince: at('07:00'), now })) continue
        if (done.has(occurrenceKey(trigger, occurrence))) continue
        done.add(occurrenceKey(trigger, occurrence))
        runs += 1
      }
      expect(runs).toBe(now >= occurrence.at ? 1 : 0)
    }),
  )
})
