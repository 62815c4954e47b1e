import { expect, test } from 'vitest'
import { buildFee, buildTime, service } from '../../test/build-plannable.ts'
import { fingerprintOf } from './fingerprint.ts'

const items = [buildTime(), buildFee()]

test('the same items in another order, with their fields in another order, are the same', () => {
  const { source, ...rest } = buildTime()

  expect(fingerprintOf([buildFee(), { ...rest, source }])).toBe(fingerprintOf(items))
})

test.for([
  ['amount', { billable: 95_001 }],
  ['rate', { ratePerHour: 95_001 }],
  ['text', { text: 'Reset' }],
  ['order number', { agreement: { ...service, poNumber: 'PO-77' } }],
  ['day', { day: '2026-03-03' }],
] as const)('another %s is another fingerprint', ([, overrides]) => {
  expect(fingerprintOf([buildTime(overrides), buildFee()])).not.toBe(fingerprintOf(items))
})

test('one item less, or one twice, is another fingerprint', () => {
  expect(fingerprintOf([buildTime()])).not.toBe(fingerprintOf(items))
  expect(fingerprintOf([...items, buildFee()])).not.toBe(fingerprintOf(items))
})
