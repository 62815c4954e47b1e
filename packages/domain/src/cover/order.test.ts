import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildAgreement, buildPool } from '../../test/build-cover.ts'
import {
  bestTimeSpent,
  compareAgreements,
  comparePools,
  isPoolValidOn,
  prepaidInOrder,
  settlementsInOrder,
} from './order.ts'
import type { Pool } from './pool.ts'

function pool(id: string, overrides: Partial<Pool>): Pool {
  return buildPool({ id, units: 60, price: 100, ...overrides })
}

const ordered = [
  pool('expires first', { expiresOn: '2026-05-31', validFrom: '2026-04-01' }),
  pool('begins first', { expiresOn: '2026-12-31', validFrom: '2026-01-01', order: 9 }),
  pool('lower number', { expiresOn: '2026-12-31', validFrom: '2026-02-01', order: 2 }),
  pool('lower id', { expiresOn: '2026-12-31', validFrom: '2026-02-01', order: 3 }),
  pool('other id', { expiresOn: '2026-12-31', validFrom: '2026-02-01', order: 3 }),
  pool('never expires', { expiresOn: null, validFrom: '2025-01-01', order: 1 }),
]

test('pools are drawn in one order, however they are given (R18)', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (shuffled) => {
      expect(shuffled.toSorted(comparePools).map(({ id }) => id)).toEqual(ordered.map(({ id }) => id))
    }),
  )
})

test.for([
  ['2026-01-31', false],
  ['2026-02-01', true],
  ['2026-03-31', true],
  ['2026-04-01', false],
] as const)('work on %s may draw: %s (R17)', ([day, isValid]) => {
  expect(isPoolValidOn(day, pool('spring', { validFrom: '2026-02-01', expiresOn: '2026-03-31' }))).toBe(isValid)
})

test('a pool without expiry is valid for ever', () => {
  expect(isPoolValidOn('2099-01-01', pool('open', { expiresOn: null }))).toBe(true)
})

test.for([
  [
    ['subscription', 'voucher'],
    ['subscription', 'voucher'],
  ],
  [
    ['voucher', 'subscription'],
    ['voucher', 'subscription'],
  ],
  [['voucher'], ['voucher', 'subscription']],
  [[], ['subscription', 'voucher']],
] as const)('a customer who orders %j is asked by %j (R14)', ([coverOrder, settlements]) => {
  expect(settlementsInOrder(coverOrder)).toEqual(settlements)
})

const scope = [{ kind: 'project', id: 'move', mode: 'include' }] as const
const agreements = [
  buildAgreement({ id: 'hours', number: 1 }),
  buildAgreement({ id: 'hours of a project', number: 2, scope }),
  buildAgreement({ id: 'voucher', number: 3, settlement: 'voucher' }),
  buildAgreement({ id: 'later voucher', number: 4, settlement: 'voucher', validFrom: '2026-02-01' }),
  buildAgreement({ id: 'higher voucher', number: 5, settlement: 'voucher' }),
  buildAgreement({ id: 'voucher of a project', number: 6, settlement: 'voucher', validFrom: '2025-01-01', scope }),
  buildAgreement({ id: 'subscription', number: 7, settlement: 'subscription' }),
]
const vouchers = ['voucher of a project', 'later voucher', 'higher voucher', 'voucher']

test.for([
  [
    ['subscription', 'voucher'],
    ['subscription', ...vouchers],
  ],
  [
    ['voucher', 'subscription'],
    [...vouchers, 'subscription'],
  ],
] as const)('prepaid agreements are asked by %j', ([coverOrder, ids]) => {
  expect(prepaidInOrder(agreements, coverOrder).map(({ id }) => id)).toEqual(ids)
  expect(prepaidInOrder(agreements.toReversed(), coverOrder).map(({ id }) => id)).toEqual(ids)
})

test('time is charged under the agreement made for the work', () => {
  expect(bestTimeSpent(agreements)?.id).toBe('hours of a project')
  expect(bestTimeSpent(agreements.slice(2))).toBeNull()
})

test('of two agreements that differ in nothing else the id decides', () => {
  const twins = [buildAgreement({ id: 'b' }), buildAgreement({ id: 'a' })]
  expect(twins.toSorted(compareAgreements).map(({ id }) => id)).toEqual(['a', 'b'])
})
