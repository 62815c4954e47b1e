import { expect, test } from 'vitest'
import { agreementIds, buildAgreement, buildPeriod, buildPool } from '../../test/build-agreement.ts'
import { levelOf, presentPeriods, presentPools, runsOut } from './standing.ts'

const used = buildPool({ state: 'exhausted', available: 0 })
const usedBefore = buildPool({ id: agreementIds.otherPool, state: 'exhausted', available: 0 })

test('what can be used comes before what was used up, of which the latest is enough', () => {
  expect(presentPools({ pools: [used, buildPool()] })).toEqual([buildPool()])
  expect(presentPools({ pools: [used, usedBefore, buildPool({ state: 'expired' })] })).toEqual([used])
  expect(presentPools({ pools: [buildPool({ state: 'cancelled' })] })).toEqual([])
})

test.for([
  ['before it expires', { emptyOn: '2026-05-01', expiresOn: '2026-06-01' }, true],
  ['and never expires', { emptyOn: '2026-05-01', expiresOn: null }, true],
  ['only after it expires', { emptyOn: '2026-07-01', expiresOn: '2026-06-01' }, false],
  ['never', { emptyOn: null, expiresOn: null }, false],
  ['and is empty already', { emptyOn: '2026-03-01', expiresOn: null, state: 'exhausted' }, false],
] as const)('a pool that runs out %s', ([, given, told]) => {
  expect(runsOut(buildPool(given))).toBe(told)
})

test.for([
  [600, 600, 1, 'plenty'],
  [195, 600, 0.325, 'plenty'],
  [120, 600, 0.2, 'little'],
  [0, 600, 0, 'empty'],
  [0, 0, 0, 'empty'],
] as const)('%i of %i is a share of %d: %s', ([available, granted, share, kind]) => {
  expect(levelOf({ available, granted })).toEqual({ share, kind })
})

test('periods that are not over come in their order, or else the latest one', () => {
  const [april, march, february] = ['04', '03', '02'].map((month) =>
    buildPeriod({ from: `2026-${month}-01`, to: `2026-${month}-28` }),
  )
  const periods = [april, march, february].filter((period) => period !== undefined)

  expect(presentPeriods(buildAgreement({ periods }), '2026-03-02')).toEqual([march, april])
  expect(presentPeriods(buildAgreement({ periods }), '2026-09-02')).toEqual([april])
})
