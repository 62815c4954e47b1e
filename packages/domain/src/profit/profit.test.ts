import { expect, test } from 'vitest'
import { costOf, profitOf } from './profit.ts'

test('E18: a case', () => {
  const labourCost = costOf(52, 42_000)
  expect(labourCost).toBe(36_400)
  expect(profitOf({ revenue: 95_000, labourCost, minutes: 52 })).toMatchObject({
    cost: 36_400,
    profit: 58_600,
    marginBasisPoints: 6168,
  })
})

test('E19: a subscription', () => {
  const labourCost = costOf(380, 42_000)
  expect(labourCost).toBe(266_000)
  expect(profitOf({ revenue: 400_000, labourCost, minutes: 380 })).toEqual({
    cost: 266_000,
    profit: 134_000,
    marginBasisPoints: 3350,
    effectiveRatePerHour: 63_158,
    contributionPerHour: 21_158,
  })
})

test('costs other than labour lower profit and effective rate', () => {
  expect(profitOf({ revenue: 100_000, labourCost: 30_000, otherCost: 40_000, minutes: 60 })).toEqual({
    cost: 70_000,
    profit: 30_000,
    marginBasisPoints: 3000,
    effectiveRatePerHour: 60_000,
    contributionPerHour: 30_000,
  })
})

test.for([
  ['no revenue', 0, 20_000, null],
  ['more credited than earned', -10_000, 20_000, null],
  ['a loss', 10_000, 20_000, -10_000],
  ['no cost', 10_000, 0, 10_000],
] as const)('the margin of %s', ([, revenue, labourCost, margin]) => {
  expect(profitOf({ revenue, labourCost, minutes: 60 }).marginBasisPoints).toBe(margin)
})

test('without work there is no rate', () => {
  expect(profitOf({ revenue: 400_000, labourCost: 0, minutes: 0 })).toMatchObject({
    profit: 400_000,
    effectiveRatePerHour: null,
    contributionPerHour: null,
  })
})
