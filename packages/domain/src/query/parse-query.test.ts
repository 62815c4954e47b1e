import { QUERY_DEPTH_MAX, QUERY_TERMS_MAX } from '@timedesk/contracts/limits'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-document.ts'
import { anyQuery, anyQueryText } from '../../test/any-query.ts'
import { formatQuery } from './format-query.ts'
import { parseQuery } from './parse-query.ts'

const FIELD_ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const is = (text: string) => ({ kind: 'is', text })
const term = (key: string, ...values: object[]) => ({ kind: 'term', key, isNegated: false, values })
const words = (text: string, isPhrase = false) => ({ kind: 'words', text, isPhrase, isNegated: false })
const not = (node: object) => ({ ...node, isNegated: true })
const group = (...branches: object[][]) => ({ kind: 'group', isNegated: false, any: branches.map((all) => ({ all })) })

test.for([
  ['', []],
  ['   ', []],
  ['printer', [words('printer')]],
  ['status:open customer:acme', [term('status', is('open')), term('customer', is('acme'))]],
  ['STATUS:Open', [term('status', is('open'))]],
  ['status:New,"Ringer tilbage"', [term('status', is('new'), is('Ringer tilbage'))]],
  ['-tag:spam -rhubarb', [not(term('tag', is('spam'))), not(words('rhubarb'))]],
  ['customer:"Nordlys \\"A\\" \\\\ B"', [term('customer', is('Nordlys "A" \\ B'))]],
  ['"the kohlrabi" -"all of it"', [words('the kohlrabi', true), not(words('all of it', true))]],
  ['due:<2D', [term('due', { kind: 'below', text: '2d' })]],
  ['created:2026-03-01..2026-03-31', [term('created', { kind: 'range', from: '2026-03-01', to: '2026-03-31' })]],
  ['due:..today', [term('due', { kind: 'range', from: '', to: 'today' })]],
  ['number:#0012,>20', [term('number', is('12'), { kind: 'above', text: '20' })]],
  ['parent:12', [term('parent', is('#12'))]],
  ['customer:<3', [term('customer', is('<3'))]],
  [`field.${FIELD_ID}:none`, [term(`field.${FIELD_ID}`, is('none'))]],
  ['field.device:1..5', [term('field.device', { kind: 'range', from: '1', to: '5' })]],
  ['field.device:"1..5"', [term('field.device', is('1..5'))]],
  ['(a or b c)', [group([words('a')], [words('b'), words('c')])]],
  ['a or b', [group([words('a')], [words('b')])]],
  ['(a b)', [words('a'), words('b')]],
  ['-(a)', [not(words('a'))]],
  ['-(-a)', [words('a')]],
  ['-(a b)', [not(group([words('a'), words('b')]))]],
  ['foo(bar)', [words('foo'), words('bar')]],
  ['- -- -or', [words('-'), not(words('-')), not(words('or'))]],
  ['http://nordlys.example/a:b', [words('http://nordlys.example/a:b')]],
  ['12:30', [words('12:30')]],
] as const)('%s is read', ([text, all]) => {
  expect(parseQuery(text)).toMatchObject({ query: { all }, problems: [] })
})

test.for([
  ['stauts:open', 'key_unknown', 'stauts'],
  ['is:asleep', 'value_unknown', 'asleep'],
  ['customer:', 'value_missing', ''],
  ['customer:""', 'value_missing', '""'],
  ['status:open,', 'value_missing', ''],
  ['due:soon', 'moment_refused', 'soon'],
  ['due:<', 'moment_refused', '<'],
  ['created:2026-02-30', 'moment_refused', '2026-02-30'],
  ['created:>999999y', 'moment_refused', '>999999y'],
  ['due:2026-03-02..2026-03-01', 'range_refused', '2026-03-02..2026-03-01'],
  ['number:9..3', 'range_refused', '9..3'],
  ['number:..', 'range_refused', '..'],
  ['number:x', 'number_refused', 'x'],
  ['parent:mine', 'number_refused', 'mine'],
  ['a "b c', 'quote_open', '"b c'],
  ['customer:"b c', 'quote_open', '"b c'],
  ['a (b or c', 'group_open', '('],
  ['a b) c', 'group_closed', ')'],
  ['a ()', 'group_empty', '('],
  ['a or', 'words_missing', 'or'],
  ['or a', 'words_missing', 'or'],
  ['or', 'words_missing', 'or'],
  ['""', 'words_missing', '""'],
] as const)('%s is refused, and it says where', ([text, code, where]) => {
  const { problems } = parseQuery(`status:new ${text}`.slice(text.startsWith('or') ? 11 : 0))
  expect(problems.map((problem) => problem.code)).toEqual([code])
  const [{ at, length } = { at: 0, length: 0 }] = problems
  const whole = `status:new ${text}`.slice(text.startsWith('or') ? 11 : 0)
  expect(whole.slice(at, at + length)).toBe(where)
})

test.for([
  ['status:open,', [12]],
  ['status:open, printer', [12]],
  ['-customer:', [10]],
  ['status:,open,', [7, 13]],
] as const)('in %s a value is missing at %j', ([text, places]) => {
  const { problems } = parseQuery(text)
  expect(problems.map(({ code, at, length }) => [code, at, length])).toEqual(
    places.map((at) => ['value_missing', at, 0]),
  )
})

test('what is likeliest is expected first', () => {
  expect(parseQuery('stauts:open').problems[0]?.expected[0]).toBe('status')
  expect(parseQuery('is:unraed').problems[0]?.expected[0]).toBe('unread')
  expect(parseQuery('has:atachment').problems[0]?.expected[0]).toBe('attachment')
})

test('each or that has nothing beside it is told once', () => {
  const placesOf = (text: string) => parseQuery(text).problems.map(({ at }) => at)
  expect(placesOf('or')).toEqual([0])
  expect(placesOf('or or')).toEqual([0, 3])
  expect(placesOf('a or or b')).toEqual([5])
  expect(placesOf('(or) or')).toEqual([1, 5])
})

test('what is wrong keeps nothing else from being read', () => {
  const { query, problems } = parseQuery('status:open,now is:asleep,mine due:soon tag:a')
  expect(query.all).toEqual([term('status', is('open'), is('now')), term('is', is('mine')), term('tag', is('a'))])
  expect(problems.map(({ code }) => code)).toEqual(['value_unknown', 'moment_refused'])
  expect(problems[0]?.expected).toContain('unread')
})

test('there is a limit to depth and to terms', () => {
  const deep = `${'('.repeat(QUERY_DEPTH_MAX + 1)}a${')'.repeat(QUERY_DEPTH_MAX + 1)}`
  expect(parseQuery(deep.slice(1, -1)).problems).toEqual([])
  expect(parseQuery(deep).problems.map(({ code }) => code)).toContain('query_too_long')
  expect(parseQuery('a '.repeat(QUERY_TERMS_MAX)).problems).toEqual([])
  expect(parseQuery('a '.repeat(QUERY_TERMS_MAX + 1)).problems).toMatchObject([{ code: 'query_too_long' }])
  expect(parseQuery('('.repeat(100_000)).problems).not.toEqual([])
})

test('the text of a query is read to the same query', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(parseQuery(formatQuery(query))).toMatchObject({ query, problems: [] })
    }),
    { numRuns: 500 },
  )
})

test('any text is answered, with ranges that lie in it, and its query has a text of its own', () => {
  fc.assert(
    fc.property(fc.oneof(anyQueryText, anyText), (text) => {
      const { query, terms, problems } = parseQuery(text)
      const ranges = [...problems, ...terms, ...terms.flatMap(({ values }) => values)]
      for (const { at, length } of ranges) {
        expect(at).toBeGreaterThanOrEqual(0)
        expect(length).toBeGreaterThanOrEqual(0)
        expect(at + length).toBeLessThanOrEqual(text.length)
      }
      for (const { node, values } of terms) expect(values.length).toBe(node.kind === 'term' ? node.values.length : 1)
      expect(terms.map(({ at }) => at)).toEqual(terms.map(({ at }) => at).toSorted((one, other) => one - other))
      expect(parseQuery(formatQuery(query))).toMatchObject({ query, problems: [] })
    }),
    { numRuns: 1000 },
  )
})
