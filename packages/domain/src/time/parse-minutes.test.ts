import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMinutes } from './format-minutes.ts'
import { parseMinutes } from './parse-minutes.ts'

test.for([
  ['15', 15],
  ['0', 0],
  ['90m', 90],
  ['90 min', 90],
  ['1:30', 90],
  ['0:05', 5],
  [':30', 30],
  ['1h', 60],
  ['1t', 60],
  ['1h15', 75],
  ['1t15', 75],
  ['1H 15M', 75],
  ['1 h 5', 65],
  ['1.5', 90],
  ['1,5', 90],
  ['.25', 15],
  [',25', 15],
  ['1.5h', 90],
  ['1,25 t', 75],
  ['0.33', 20],
  ['1.0083', 60],
  ['0.0083', 0],
  ['0.0084', 1],
  [' 24:00 ', 1440],
] as const)('%s is %i minutes', ([text, minutes]) => {
  expect(parseMinutes(text)).toEqual({ ok: true, minutes })
})

test.for([
  ['', 'empty'],
  ['   ', 'empty'],
  ['-5', 'negative'],
  ['−1:30', 'negative'],
  ['1441', 'too_long'],
  ['24:01', 'too_long'],
  ['25h', 'too_long'],
  ['1:75', 'unreadable'],
  ['1h75', 'unreadable'],
  ['1:5', 'unreadable'],
  ['1:30:00', 'unreadable'],
  ['1.5.2', 'unreadable'],
  ['.', 'unreadable'],
  ['h', 'unreadable'],
  ['1e3', 'unreadable'],
  ['0x10', 'unreadable'],
  ['one', 'unreadable'],
  ['٣', 'unreadable'],
] as const)('"%s" is refused as %s', ([text, reason]) => {
  expect(parseMinutes(text)).toEqual({ ok: false, reason })
})

test('what is written as hours and minutes is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
      expect(parseMinutes(formatMinutes(minutes))).toEqual({ ok: true, minutes })
    }),
  )
})

test('any text gives whole minutes of a day at most, or a reason', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789:.,htm -')) }), (text) => {
      const parsed = parseMinutes(text)
      const isReadable = parsed.ok && Number.isInteger(parsed.minutes) && parsed.minutes >= 0 && parsed.minutes <= 1440
      expect(isReadable).toBe(parsed.ok)
    }),
  )
})
