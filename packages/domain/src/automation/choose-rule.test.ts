import type { Condition } from '@timedesk/contracts/conditions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildFacts } from '../../test/build-facts.ts'
import { nextFitting, waitsFor, type AskedRule } from './choose-rule.ts'

function rule(id: string, given: Partial<AskedRule> = {}): AskedRule {
  return { id, trigger: { kind: 'event', events: ['case_created'] }, conditions: [], stopsAfter: false, ...given }
}

const forPrinters: { conditions: Condition[] } = {
  conditions: [{ field: 'words', op: 'contains', values: ['printer'] }],
}

function allFitting(rules: AskedRule[], words = 'printer'): string[] {
  const ids: string[] = []
  let next = nextFitting(rules, buildFacts({ foldedWords: words }), -1)
  while (next !== null) {
    ids.push(next.rule.id)
    next = nextFitting(rules, buildFacts({ foldedWords: words }), next.place)
  }
  return ids
}

test.for<[string, AskedRule[], string, string[]]>([
  ['every one that fits acts', [rule('a'), rule('b')], 'printer', ['a', 'b']],
  ['one that stops the rest is the last', [rule('a', { stopsAfter: true }), rule('b')], 'printer', ['a']],
  [
    'one that does not fit stops nobody',
    [rule('a', { ...forPrinters, stopsAfter: true }), rule('b')],
    'scanner',
    ['b'],
  ],
  ['none fits', [rule('a', forPrinters)], 'scanner', []],
  ['there is none', [], 'printer', []],
])('%s', ([, rules, words, ids]) => {
  expect(allFitting(rules, words)).toEqual(ids)
})

test('a rule waits for any of its events; a time rule for none', () => {
  expect(waitsFor(rule('a'), ['status_changed', 'case_created'])).toBe(true)
  expect(waitsFor(rule('a'), ['status_changed'])).toBe(false)
  const trigger = { kind: 'time', since: 'created', minutes: 5, isBefore: false } as const
  expect(waitsFor(rule('a', { trigger }), ['case_created'])).toBe(false)
})

test('rules are asked in their order, each once, up to the first that stops', () => {
  const anyRules = fc.array(fc.record({ stopsAfter: fc.boolean(), fits: fc.boolean() }), { maxLength: 12 })
  fc.assert(
    fc.property(anyRules, (given) => {
      const rules = given.map(({ stopsAfter, fits }, place) =>
        rule(String(place), { stopsAfter, ...(fits ? {} : forPrinters) }),
      )
      const fitting = given.flatMap(({ fits, stopsAfter }, place) => (fits ? [{ place, stopsAfter }] : []))
      const last = fitting.findIndex(({ stopsAfter }) => stopsAfter)
      const expected = last === -1 ? fitting : fitting.slice(0, last + 1)
      expect(allFitting(rules, 'scanner')).toEqual(expected.map(({ place }) => String(place)))
    }),
  )
})
