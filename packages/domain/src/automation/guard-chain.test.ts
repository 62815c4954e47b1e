import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHAIN_LENGTH_MAX, guardChain } from './guard-chain.ts'

test.for<[string[], boolean, string, string | null]>([
  [[], false, 'a', null],
  [['a'], false, 'a', 'loop'],
  [['a', 'b'], true, 'a', 'loop'],
  [['b'], true, 'a', 'repeated'],
  [['a', 'b', 'c', 'd'], false, 'e', null],
  [['a', 'b', 'c', 'd', 'e'], false, 'f', 'too_long'],
])('after %j (has run: %s) rule %s is stopped as %s', ([chain, hasRun, ruleId, reason]) => {
  expect(guardChain({ chain, hasRun }, ruleId)).toBe(reason)
})

test('however rules feed one another, what somebody does once runs each of them once at most', () => {
  const anyRules = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(anyRules, (count) => {
      const rules = Array.from({ length: count }, (_, place) => `rule ${String(place)}`)
      const runs = runsWhenEachFeedsAll(rules)
      expect(runs.length).toBeLessThanOrEqual(count)
      expect(new Set(runs.map(({ rule }) => rule)).size).toBe(runs.length)
      expect(Math.max(...runs.map(({ depth }) => depth))).toBeLessThanOrEqual(CHAIN_LENGTH_MAX)
    }),
  )
})

/** Every run is an event that every rule waits for. */
function runsWhenEachFeedsAll(rules: readonly string[]): { rule: string; depth: number }[] {
  const runs: { rule: string; depth: number }[] = []
  const events: string[][] = [[]]
  for (let chain = events.shift(); chain !== undefined; chain = events.shift()) {
    for (const rule of rules) {
      const hasRun = runs.some((run) => run.rule === rule)
      if (guardChain({ chain, hasRun }, rule) !== null) continue
      runs.push({ rule, depth: chain.length + 1 })
      events.push([...chain, rule])
    }
  }
  return runs
}
