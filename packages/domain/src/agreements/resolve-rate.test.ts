import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rateSources, resolveRate } from './resolve-rate.ts'

const all = {
  entry: 1,
  agreement_role_activity: 2,
  agreement_role: 3,
  agreement: 4,
  customer: 5,
  role: 6,
  company: 7,
}

test.for([
  ['entry', 1],
  ['agreement_role_activity', 2],
  ['agreement_role', 3],
  ['agreement', 4],
  ['customer', 5],
  ['role', 6],
  ['company', 7],
] as const)('without what comes before it, %s gives the rate (R6)', ([source, ratePerHour]) => {
  const before = rateSources.slice(0, rateSources.indexOf(source))
  const candidates = { ...all, ...Object.fromEntries(before.map((name) => [name, null])) }
  expect(resolveRate(candidates)).toEqual({ ratePerHour, source })
})

test('a rate of zero is a rate', () => {
  expect(resolveRate({ agreement: 0, company: 90_000 })).toEqual({ ratePerHour: 0, source: 'agreement' })
})

test('no rate anywhere is no rate', () => {
  fc.assert(
    fc.property(fc.subarray([...rateSources]), fc.constantFrom(null, undefined), (sources, absent) => {
      expect(resolveRate(Object.fromEntries(sources.map((source) => [source, absent])))).toBeNull()
    }),
  )
})
