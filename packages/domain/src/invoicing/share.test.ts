import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharesOf } from './share.ts'

test.for([
  ['what was registered', 2850, [1425, 1425], [1425, 1425]],
  ['20 minutes three times, rounded once', 95_000, [31_667, 31_667, 31_667], [31_667, 31_666, 31_667]],
  ['a write-down', 80_000, [60_000, 40_000], [48_000, 32_000]],
  ['a write-down to nothing', 0, [60_000, 40_000], [0, 0]],
  ['a write-up', 110_000, [60_000, 0, 40_000], [66_000, 0, 44_000]],
  ['work and its reversal, as they were', 0, [79_167, -79_167], [79_167, -79_167]],
  ['work and its reversal, written up', 100, [300, -300], [350, -250]],
  ['a replacement that is worth more', 10_000, [79_167, -79_167, 8000], [80_119, -78_215, 8096]],
  ['a credit', -50_000, [-60_000, -40_000], [-30_000, -20_000]],
  ['what was worth nothing', 500, [0, 0], [0, 500]],
  ['nothing of nothing', 0, [0, 0], [0, 0]],
  ['no sources', 100, [], []],
] as const)('%s', ([, net, registered, shares]) => {
  expect(sharesOf(net, registered)).toEqual(shares)
})

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const sum = (amounts: readonly number[]) => amounts.reduce((total, part) => total + part, 0)

test('shares sum to the net, whatever the signs, and a source of nothing has none', () => {
  fc.assert(
    fc.property(
      amount,
      fc.array(fc.oneof(amount, fc.constant(0)), { minLength: 1, maxLength: 20 }),
      (net, registered) => {
        const shares = sharesOf(net, registered)
        expect(sum(shares)).toBe(net)
        fc.pre(registered.some((weight) => weight !== 0))
        expect(shares.filter((share, index) => registered[index] === 0 && share !== 0)).toEqual([])
      },
    ),
  )
})

test('what is not changed is shared as it was registered', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (registered) => {
      expect(sharesOf(sum(registered), registered)).toEqual(registered)
    }),
  )
})

test('of amounts of one sign, each share is within a minor unit of its part of the net', () => {
  const registered = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), registered, (net, weights) => {
      const whole = sum(weights)
      fc.pre(whole > 0)
      const shares = sharesOf(net, weights)
      const errors = shares.map((share, index) => Math.abs(share * whole - net * (weights[index] ?? 0)))
      expect(Math.max(...errors)).toBeLessThanOrEqual(whole)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
    }),
  )
})
