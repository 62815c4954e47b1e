import type { PoolUnit } from '@timedesk/contracts/rating'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildPool } from '../../test/build-cover.ts'
import { charge } from '../agreements/charge.ts'
import { availableOn, drawFrom } from './draw-from.ts'
import type { DrawAsk } from './draw-from.ts'
import type { Pool } from './pool.ts'

const ask: DrawAsk = { workDate: '2026-03-02', drawFactorPermille: 1000, ratePerHour: 100_000 }
const evening = [
  { minutes: 30, factorPermille: 1000 },
  { minutes: 75, factorPermille: 1500 },
]

function holding(unit: PoolUnit, units: number): Pool {
  return buildPool({ unit, units, price: 0 })
}

function draws(pool: Pool, minutes: number, overrides: Partial<DrawAsk> = {}, factorPermille = 1000) {
  const taken = drawFrom(pool, [{ minutes, factorPermille }], { ...ask, ...overrides })
  return taken.map((draw) => [draw.minutes, draw.units])
}

test.for([
  ['what is there', 600, 90, 1000, 1000, [90, 90]],
  ['no more than there is', 60, 90, 1000, 1000, [60, 60]],
  ['twice as much for a senior', 600, 90, 2000, 1000, [90, 180]],
  ['half as much for a junior', 600, 90, 500, 1000, [90, 45]],
  ['rounded up to the minute', 600, 45, 500, 1000, [45, 23]],
  ['half as much again after hours', 600, 30, 1000, 1500, [30, 45]],
  ['the higher of two factors, after hours', 600, 30, 2000, 1500, [30, 60]],
  ['the higher of two factors, for a senior', 600, 30, 1200, 1500, [30, 45]],
  ['a factor below one on a service hour', 600, 30, 500, 800, [30, 15]],
  ['as many whole minutes as the rest allows', 100, 90, 1500, 1000, [66, 99]],
  ['nothing for work that takes nothing', 600, 90, 0, 1000, [90, 0]],
] as const)('a pool of minutes loses %s (R23)', ([, units, minutes, drawFactorPermille, factor, draw]) => {
  expect(draws(holding('minutes', units), minutes, { drawFactorPermille }, factor)).toEqual([draw])
})

test.for([
  ['minutes', 0, 1000],
  ['minutes', 1, 2000],
  ['cases', 0, 1000],
  ['money', 0, 1000],
  ['money', 5, 1000],
] as const)('a pool of %s with %d left pays for no minute', ([unit, units, drawFactorPermille]) => {
  expect(draws(holding(unit, units), 60, { drawFactorPermille })).toEqual([])
})

test.for([
  ['all of it', 1_000_000, 60, 100_000, 1000, [60, 100_000]],
  ['all of it after hours', 1_000_000, 60, 100_000, 1500, [60, 150_000]],
  ['as many minutes as there is money for', 50_000, 60, 95_000, 1000, [31, 49_083]],
  ['the minute that rounding lets in', 1583, 60, 95_000, 1000, [1, 1583]],
  ['work that is free', 1, 60, 0, 1000, [60, 0]],
] as const)('a pool of money pays for %s (R28)', ([, units, minutes, ratePerHour, factor, draw]) => {
  expect(draws(holding('money', units), minutes, { ratePerHour }, factor)).toEqual([draw])
})

test('without a rate money pays for nothing', () => {
  expect(draws(holding('money', 1_000_000), 60, { ratePerHour: null })).toEqual([])
})

test('money pays for the most minutes whose charge is there', () => {
  const money = fc.integer({ min: 1, max: 300_000 })
  const rate = fc.integer({ min: 1, max: 200_000 })
  fc.assert(
    fc.property(
      money,
      rate,
      fc.integer({ min: 1, max: 480 }),
      fc.constantFrom(1000, 1500),
      (units, ratePerHour, minutes, factor) => {
        const [covered, drawn] = draws(holding('money', units), minutes, { ratePerHour }, factor)[0] ?? [0, 0]
        let most = 0
        while (most < minutes && charge(most + 1, ratePerHour, factor) <= units) most += 1
        expect([covered, drawn]).toEqual([most, charge(most, ratePerHour, factor)])
      },
    ),
  )
})

test('a unit of cases pays for all of the work, once', () => {
  expect(drawFrom(holding('cases', 3), evening, ask).map(({ units }) => units)).toEqual([1, 0])
})

test('an unlimited quota pays for anything, and loses nothing', () => {
  expect(drawFrom(holding('unlimited', 0), evening, ask)).toEqual(evening.map((segment) => ({ ...segment, units: 0 })))
})

test('segments draw one after the other', () => {
  expect(drawFrom(holding('minutes', 60), evening, ask)).toEqual([
    { minutes: 30, factorPermille: 1000, units: 30 },
    { minutes: 20, factorPermille: 1500, units: 30 },
  ])
  expect(drawFrom(holding('minutes', 30), evening, ask)).toEqual([{ minutes: 30, factorPermille: 1000, units: 30 }])
})

test.for([
  ['within its own period', '2026-03-31', { carryMax: 60 }, 200],
  ['after it', '2026-04-01', { carryMax: 60 }, 60],
  ['after it, with less left', '2026-04-01', { carryMax: 300 }, 200],
  ['after it, without a limit', '2026-04-01', { carryMax: null }, 200],
  ['of a pool that has no period', '2026-04-01', { carryMax: 60, ownUntil: null }, 200],
] as const)('a quota carries over so much at most: %s (R38)', ([, workDate, overrides, available]) => {
  const quota = buildPool({ kind: 'quota', units: 200, price: 0, ownUntil: '2026-03-31', ...overrides })
  expect(availableOn(workDate, quota)).toBe(available)
  expect(draws(quota, 500, { workDate })).toEqual([[available, available]])
})
