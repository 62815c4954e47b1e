import type { FieldCondition, FieldKind, FieldOption } from '@timedesk/contracts/custom-fields'
import { expect, test } from 'vitest'
import { buildField, buildOption, when } from '../../test/build-field.ts'
import { checkOptions, OPTION_DEPTH_MAX, type OptionProblem } from './check-options.ts'
import { checkRules } from './check-rules.ts'
import { labelOf } from './label-of.ts'
import { lineOf } from './type-line.ts'

const others = [
  buildField('floor', { kind: 'choice', options: [buildOption('first', null, { isActive: false })] }),
  buildField('urgent', { kind: 'checkbox' }),
  buildField('count', { kind: 'number' }),
  buildField('visit', { kind: 'date' }),
  buildField('place'),
]
const priorityIds = new Set(['high'])

test.for<[string, FieldCondition, string | null]>([
  ['an option, active or not', when('floor', 'is', 'first'), null],
  ['an option that is not there', when('floor', 'is', 'first', 'gone'), 'shownWhen/0/values/1 unknown_option'],
  ['a tick', when('urgent', 'is', 'true', 'false'), null],
  ['what is no tick', when('urgent', 'is', 'yes'), 'shownWhen/0/values/0 wrong_value'],
  ['a number', when('count', 'is', '2.5'), null],
  ['what is no number', when('count', 'is', 'two'), 'shownWhen/0/values/0 wrong_value'],
  ['a day', when('visit', 'is', '2026-03-02'), null],
  ['what is no day', when('visit', 'is', '2026-02-30'), 'shownWhen/0/values/0 wrong_value'],
  ['a text', when('place', 'isNot', 'x'), null],
  ['an empty text', when('place', 'is', ' '), 'shownWhen/0/values/0 wrong_value'],
  ['no value', when('place', 'is'), 'shownWhen/0/values values'],
  ['a value for emptiness', when('place', 'isEmpty', 'x'), 'shownWhen/0/values values'],
  ['emptiness', when('place', 'isEmpty'), null],
  ['a priority', when('priority', 'is', 'high'), null],
  ['a priority that is not there', when('priority', 'is', 'gone'), 'shownWhen/0/values/0 unknown_priority'],
  ['a field that is not there', when('gone', 'isEmpty'), 'shownWhen/0/field unknown_field'],
  ['itself', when('own', 'isEmpty'), 'shownWhen/0/field itself'],
])('rules speak of what is there: %s', ([, condition, expected]) => {
  const own = buildField('own', { rules: { shownWhen: [condition] } })
  const problems = checkRules(own, { fields: [...others, own], priorityIds })
  expect(problems.map(({ at, problem }) => `${at} ${problem}`)).toEqual(expected === null ? [] : [expected])
})

test('what is required may be asked of others, but no circle shows itself', () => {
  const a = buildField('a', { rules: { shownWhen: [when('b', 'isEmpty')] } })
  const b = buildField('b', { rules: { shownWhen: [when('c', 'isNotEmpty')] } })
  const c = buildField('c', { rules: { shownWhen: [when('place', 'isEmpty'), when('a', 'is', 'x')] } })
  const free = buildField('c', { rules: { shownWhen: [], requiredWhen: [when('a', 'is', 'x')] } })
  expect(checkRules(c, { fields: [...others, a, b, c], priorityIds })).toEqual([
    { at: 'shownWhen/1/field', problem: 'circle' },
  ])
  expect(checkRules(free, { fields: [...others, a, b, free], priorityIds })).toEqual([])
})

const chain = (length: number) =>
  Array.from({ length }, (_, index) => buildOption(`o${String(index)}`, index === 0 ? null : `o${String(index - 1)}`))

test.for<[string, FieldKind, FieldOption[], OptionProblem | null]>([
  ['a choice of one', 'choice', [buildOption('a')], null],
  ['a choice of none', 'choice', [], { at: null, problem: 'none' }],
  ['options of a text', 'text', [buildOption('a')], { at: null, problem: 'not_wanted' }],
  ['a branch of a choice', 'choice', [buildOption('a'), buildOption('b', 'a')], { at: 1, problem: 'no_tree' }],
  ['a tree', 'tree', [buildOption('a'), buildOption('b', 'a')], null],
  ['a branch before its tree', 'tree', [buildOption('b', 'a'), buildOption('a')], { at: 0, problem: 'parent_behind' }],
  ['a branch of its own', 'tree', [buildOption('a', 'a')], { at: 0, problem: 'parent_behind' }],
  ['an id twice', 'choice', [buildOption('a'), buildOption('a')], { at: 1, problem: 'repeated' }],
  ['a label twice', 'choice', [buildOption('a'), buildOption('b', null, { label: 'A' })], { at: 1, problem: 'taken' }],
  ['a label in two branches', 'tree', [buildOption('a'), buildOption('b', 'a', { label: 'a' })], null],
  ['a tree as deep as may be', 'tree', chain(OPTION_DEPTH_MAX), null],
  ['one deeper', 'tree', chain(OPTION_DEPTH_MAX + 1), { at: OPTION_DEPTH_MAX, problem: 'too_deep' }],
])('options make a list or a tree: %s', ([, kind, options, expected]) => {
  expect(checkOptions(kind, options)).toEqual(expected)
})

test('values are read by their labels, in the language of the reader', () => {
  const options = [
    buildOption('a', null, { label: 'Hardware' }),
    buildOption('b', 'a', { label: 'Printer', labelDa: 'Skriver' }),
  ]
  const tree = buildField('f', { kind: 'tree', options })
  expect(labelOf(tree, 'b', 'en')).toBe('Hardware / Printer')
  expect(labelOf(tree, 'b', 'da')).toBe('Hardware / Skriver')
  expect(labelOf(tree, 'gone', 'en')).toBe('gone')
  expect(labelOf(buildField('f', { kind: 'contact' }), 'id', 'en', new Map([['id', 'Anna Berg']]))).toBe('Anna Berg')
  expect(labelOf(buildField('f', { kind: 'number' }), 2.5, 'en')).toBe('2.5')
})

test('a type stands in a line with all above it', () => {
  const types = [
    { id: 'a', parentId: null },
    { id: 'b', parentId: 'a' },
    { id: 'c', parentId: 'b' },
    { id: 'd', parentId: 'd' },
  ]
  expect(lineOf(types, 'c')).toEqual(['c', 'b', 'a'])
  expect(lineOf(types, 'd')).toEqual(['d'])
  expect(lineOf(types, null)).toEqual([])
  expect(lineOf(types, 'gone')).toEqual([])
})
