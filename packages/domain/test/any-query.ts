import fc from 'fast-check'
import { queryKeys, ruleOfKey } from '../src/query/query-keys.ts'
import type { Query, QueryNode, QueryTerm, QueryValue, QueryWords } from '../src/query/query.ts'

const word = fc.stringMatching(/^[a-zæøåé0-9#_.½🙂'&|!*\\:][a-zæøåé0-9#_.½🙂'&|!*\\-]{0,8}$/u)
const bareWord = word.filter(
  (text) => text.toLowerCase() !== 'or' && !/^[a-z][a-z0-9_]*(?:\.[a-z0-9_-]+)?:/iu.test(text),
)
const said = fc
  .string({
    minLength: 1,
    maxLength: 12,
    unit: fc.oneof(fc.constantFrom('"', '\\', ' ', ',', '(', '<', '-'), fc.string({ minLength: 1, maxLength: 1 })),
  })
  .filter((text) => text.trim() !== '')
const distance = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.constantFrom('min', 'h', 'd', 'w', 'mo', 'y'))
  .map(([amount, unit]) => `${String(amount)}${unit}`)
const sidesOf = (
  one: fc.Arbitrary<string>,
  lower: (text: string, other: string) => boolean,
): fc.Arbitrary<QueryValue> =>
  fc.oneof(
    fc.record({ kind: fc.constantFrom('is' as const, 'below' as const, 'above' as const), text: one }),
    fc
      .tuple(fc.option(one, { nil: '' }), fc.option(one, { nil: '' }))
      .filter(([from, to]) => (from !== '' || to !== '') && (from === '' || to === '' || lower(from, to)))
      .map(([from, to]) => ({ kind: 'range' as const, from, to })),
  )
const is = (text: fc.Arbitrary<string>): fc.Arbitrary<QueryValue> => text.map((one) => ({ kind: 'is', text: one }))

function valueOf(key: string): fc.Arbitrary<QueryValue> {
  const rule = ruleOfKey(key)
  const words = rule?.words ?? []
  const named = said.filter((text) => !words.includes(text.toLowerCase()))
  switch (rule?.kind) {
    case 'word':
      return is(fc.constantFrom(...words))
    case 'case':
      return is(fc.integer({ min: 0, max: 999_999_999 }).map((number) => `#${String(number)}`))
    case 'number':
      return sidesOf(fc.integer({ min: 0, max: 99_999 }).map(String), (from, to) => Number(from) <= Number(to))
    case 'moment':
      return sidesOf(distance, () => true)
    case 'field':
      return fc.oneof(
        is(named),
        sidesOf(fc.integer({ min: 0, max: 99 }).map(String), (from, to) => Number(from) <= Number(to)),
      )
    default:
      return is(words.length === 0 ? named : fc.oneof(fc.constantFrom(...words), named))
  }
}

const term: fc.Arbitrary<QueryTerm> = fc.constantFrom(...queryKeys, 'field.device').chain((key) =>
  fc.record({
    kind: fc.constant('term' as const),
    key: fc.constant(key),
    isNegated: fc.boolean(),
    values: fc.array(valueOf(key), { minLength: 1, maxLength: 3 }),
  }),
)
const words: fc.Arbitrary<QueryWords> = fc.oneof(
  fc.record({
    kind: fc.constant('words' as const),
    text: bareWord,
    isPhrase: fc.constant(false),
    isNegated: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('words' as const), text: said, isPhrase: fc.constant(true), isNegated: fc.boolean() }),
)

const nodeBelow = (depth: number): fc.Arbitrary<QueryNode> =>
  depth === 0
    ? fc.oneof(term, words)
    : fc.oneof(
        { weight: 4, arbitrary: term },
        { weight: 2, arbitrary: words },
        {
          weight: 1,
          arbitrary: fc
            .record({
              kind: fc.constant('group' as const),
              isNegated: fc.boolean(),
              any: fc.array(
                fc.array(nodeBelow(depth - 1), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
                { minLength: 1, maxLength: 3 },
              ),
            })
            .filter(({ any, isNegated }) => any.length > 1 || (isNegated && (any[0]?.all.length ?? 0) > 1)),
        },
      )

/** Any query in the one shape that its text is read to. */
export const anyQuery: fc.Arbitrary<Query> = fc.array(nodeBelow(2), { maxLength: 5 }).map((all) => ({ all }))

/** Texts that people might type, and nonsense made of the signs of the language. */
export const anyQueryText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '"',
        '-',
        ',',
        ' ',
        ' or ',
        '<',
        '>',
        '..',
        '\\',
        '2d',
        'today',
        'none',
        '#12',
        'field.',
        'nonsense:',
      ),
      fc.constantFrom(...queryKeys).map((key) => `${key}:`),
      fc.string({ maxLength: 6 }),
      word,
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))
