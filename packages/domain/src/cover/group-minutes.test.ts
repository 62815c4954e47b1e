import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildAgreement, buildEntry, support } from '../../test/build-cover.ts'
import { roundMinutes } from '../time/round-minutes.ts'
import { billableInGroup, roundEntry } from './group-minutes.ts'

const minutes = fc.integer({ min: 0, max: 1440 })
const rounding = fc.record({ increment: fc.integer({ min: 1, max: 60 }), minimum: fc.integer({ min: 0, max: 120 }) })
const tenths = { increment: 6, minimum: 30 }

function billInTurn(actuals: readonly number[], rule: { increment: number; minimum: number }): number[] {
  const before = { minutes: 0, billableMinutes: 0 }
  return actuals.map((actual) => {
    const billable = billableInGroup(actual, before, rule)
    before.minutes += actual
    before.billableMinutes += billable
    return billable
  })
}

test('E2: a day on a case is 30, 18 and 30 minutes, as 73 are 78', () => {
  expect(billInTurn([12, 31, 30], tenths)).toEqual([30, 18, 30])
})

test('a group sums to its rounded sum, and no entry takes from it', () => {
  fc.assert(
    fc.property(fc.array(minutes, { maxLength: 8 }), rounding, (actuals, rule) => {
      const billables = billInTurn(actuals, rule)
      const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
      expect(sum(billables)).toBe(roundMinutes(sum(actuals), rule))
      expect(billables.filter((billable) => billable < 0)).toEqual([])
    }),
  )
})

test.for([
  ['lost its first hour', { minutes: 20, billableMinutes: 0 }, 60],
  ['billed enough for both', { minutes: 20, billableMinutes: 60 }, 0],
  ['billed more than both are worth', { minutes: 5, billableMinutes: 120 }, 0],
] as const)('a group that %s is made whole by the next entry', ([, before, billable]) => {
  expect(billableInGroup(10, before, { increment: 60, minimum: 0 })).toBe(billable)
})

test('an entry alone in its group is rounded as one', () => {
  fc.assert(
    fc.property(minutes, rounding, (actual, rule) => {
      expect(billableInGroup(actual, { minutes: 0, billableMinutes: 0 }, rule)).toBe(roundMinutes(actual, rule))
    }),
  )
})

const ratedBefore = [
  { agreementId: 'agreement', workDate: '2026-03-02', minutes: 12, billableMinutes: 30 },
  { agreementId: 'agreement', workDate: '2026-03-31', minutes: 29, billableMinutes: 12 },
  { agreementId: 'agreement', workDate: '2026-02-28', minutes: 60, billableMinutes: 60 },
  { agreementId: 'another', workDate: '2026-03-02', minutes: 600, billableMinutes: 600 },
]
const entry = buildEntry({ minutes: 31 })

test.for([
  ['entry', 36, {}],
  ['case_day', 18, { scope: 'case_day', before: 12 }],
  ['case_period', 30, { scope: 'case_period', before: 41 }],
] as const)('scope %s counts what is in its group under the same agreement', ([roundingScope, billable, group]) => {
  const terms = buildAgreement({ ...tenths, roundingScope })
  expect(roundEntry(entry, terms, ratedBefore)).toEqual({
    billableMinutes: billable,
    step: { step: 'rounded', actual: 31, ...tenths, billable, ...group },
  })
})

test('work without a case is a group of its own', () => {
  const terms = buildAgreement({ ...tenths, roundingScope: 'case_day' })
  expect(roundEntry({ ...entry, caseId: null }, terms, ratedBefore).billableMinutes).toBe(36)
})

test.for([
  ['the agreement’s', 30, 10, 30],
  ['the activity’s', 30, 45, 45],
] as const)('the higher minimum holds: %s', ([, ofAgreement, ofActivity, billable]) => {
  const terms = buildAgreement({ increment: 6, minimum: ofAgreement })
  const short = buildEntry({ minutes: 12, activityType: { ...support, minimum: ofActivity } })
  expect(roundEntry(short, terms, [])).toMatchObject({ billableMinutes: billable, step: { minimum: billable } })
})

test('outside of any agreement minutes are billed as worked, but for the activity’s minimum', () => {
  expect(roundEntry(entry, null, ratedBefore)).toMatchObject({ billableMinutes: 31 })
  const visit = { ...entry, activityType: { ...support, minimum: 60 } }
  expect(roundEntry(visit, null, ratedBefore)).toMatchObject({ billableMinutes: 60 })
})
