import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTimeReader, isTimeFormat } from './time-format.ts'

const LOG = 'YYYY/MM/DD HH:mm:ss.SSS'

test.for([
  [LOG, 'Europe/Rome', '2012/10/09 14:50:17.000', '2012-10-09T12:50:17.000Z'],
  [LOG, 'Europe/Rome', '2012/03/25 02:30:00.000', '2012-03-25T01:30:00.000Z'],
  [LOG, 'Europe/Rome', '2012/10/28 02:30:00.000', '2012-10-28T00:30:00.000Z'],
  [LOG, 'UTC', '2012/02/29 23:59:59.999', '2012-02-29T23:59:59.999Z'],
  ['DD.MM.YYYY HH:mm', 'Europe/Copenhagen', '01.07.2026 09:15', '2026-07-01T07:15:00.000Z'],
  ['D/M/YYYY H:mm', 'America/New_York', '4/7/2026 9:05', '2026-07-04T13:05:00.000Z'],
  ['YYYY-MM-DD', 'Europe/Copenhagen', '2026-01-31', '2026-01-30T23:00:00.000Z'],
  ['YYYY-MM-DDTHH:mm:ssZ', 'Europe/Copenhagen', '2026-01-31T12:00:00-05:30', '2026-01-31T17:30:00.000Z'],
  ['YYYY-MM-DDTHH:mm:ssZ', 'Europe/Copenhagen', '2026-01-31T12:00:00Z', '2026-01-31T12:00:00.000Z'],
] as const)('%s in %s reads %s', ([format, zone, text, instant]) => {
  expect(createTimeReader(format, zone)(text)?.toISOString()).toBe(instant)
})

test.for([
  '2013/02/29 10:00:00.000',
  '2012/13/01 10:00:00.000',
  '2012/00/01 10:00:00.000',
  '2012/01/01 24:00:00.000',
  '2012/01/01 10:60:00.000',
  '2012-01-01 10:00:00.000',
  '2012/01/01 10:00:00',
  '2012/01/01 10:00:00x000',
  'yesterday',
  '',
])('"%s" is no time of the log', (text) => {
  expect(createTimeReader(LOG, 'Europe/Rome')(text)).toBeNull()
})

test('an instant written in UTC is read back', () => {
  const read = createTimeReader('YYYY-MM-DDTHH:mm:ss.SSSZ', 'Europe/Rome')
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      expect(read(date.toISOString())).toEqual(date)
    }),
  )
})

test.for([
  [LOG, true],
  ['D.M.YYYY', true],
  ['MM/DD', false],
  ['YYYY-MM-DD DD', false],
  ['YYYY-MM-DD M', false],
  ['', false],
] as const)('"%s" is a format: %s', ([format, answer]) => {
  expect(isTimeFormat(format)).toBe(answer)
})

test('a format or a zone that is none is a fault', () => {
  expect(() => createTimeReader('HH:mm', 'UTC')).toThrow(RangeError)
  expect(() => createTimeReader(LOG, 'Europe/Atlantis')).toThrow(RangeError)
})
