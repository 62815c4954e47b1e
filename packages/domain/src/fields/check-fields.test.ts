import type { FieldDemand, FieldValue } from '@timedesk/contracts/custom-fields'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildField, buildGround, buildOption, when } from '../../test/build-field.ts'
import { checkFields, type FieldChange } from './check-fields.ts'
import type { Field } from './field.ts'
import { fieldsForContacts } from './fields-for-contacts.ts'
import { fieldsShown } from './fields-shown.ts'
import { requiredFields, type FieldMoment } from './required-fields.ts'

const change = (fields: Field[], overrides: Partial<FieldChange>): FieldChange => ({
  fields,
  before: null,
  after: { typeLine: [], priorityId: null },
  given: {},
  by: 'staff',
  moment: 'staff_create',
  ...overrides,
})
const codes = (fields: Field[], overrides: Partial<FieldChange>) =>
  checkFields(change(fields, overrides)).problems.map(({ fieldId, code }) => `${fieldId} ${code}`)

const options = [
  buildOption('old', null, { isActive: false }),
  buildOption('below', 'old'),
  buildOption('hardware'),
  buildOption('printer', 'hardware'),
]
const money = { min: 0, max: 100, decimals: 2 }

test.for<[string, Partial<Field>, FieldValue, string | null, FieldValue]>([
  ['a text', {}, '  x ', null, 'x'],
  ['blanks', {}, '   ', null, null],
  ['a number for a text', {}, 1, 'wrong_kind', null],
  ['a number', { kind: 'number' }, 12.5, null, 12.5],
  ['nought', { kind: 'number', range: money }, 0, null, 0],
  ['a text for a number', { kind: 'number' }, '1', 'wrong_kind', null],
  ['the least', { kind: 'number', range: { ...money, min: -1 } }, -1, null, -1],
  ['less than the least', { kind: 'number', range: money }, -0.01, 'too_small', null],
  ['more than the most', { kind: 'number', range: money }, 100.01, 'too_big', null],
  ['as many decimals as there may be', { kind: 'number', range: money }, 0.07, null, 0.07],
  ['one more', { kind: 'number', range: money }, 1.005, 'too_many_decimals', null],
  ['half of a whole number', { kind: 'number', range: { ...money, decimals: 0 } }, 0.5, 'too_many_decimals', null],
  ['a day', { kind: 'date' }, '2028-02-29', null, '2028-02-29'],
  ['a day that is none', { kind: 'date' }, '2026-02-29', 'no_day', null],
  ['a day of before there were any', { kind: 'date' }, '1899-12-31', 'no_day', null],
  ['an instant for a day', { kind: 'date' }, '2026-03-02T00:00:00Z', 'no_day', null],
  ['an option', { kind: 'choice', options }, 'hardware', null, 'hardware'],
  ['a branch of a tree', { kind: 'tree', options }, 'hardware', null, 'hardware'],
  ['an option that is not there', { kind: 'choice', options }, 'gone', 'unknown_option', null],
  ['an inactive option', { kind: 'tree', options }, 'old', 'unknown_option', null],
  ['an option below an inactive one', { kind: 'tree', options }, 'below', 'unknown_option', null],
  ['a tick', { kind: 'checkbox' }, true, null, true],
  ['no tick', { kind: 'checkbox' }, false, null, null],
  ['a text for a tick', { kind: 'checkbox' }, 'true', 'wrong_kind', null],
])('a field holds what it is for: %s', ([, field, value, code, stored]) => {
  const checked = checkFields(change([buildField('f', field)], { given: { f: value } }))
  expect(checked.problems).toEqual(code === null ? [] : [{ fieldId: 'f', code }])
  expect(checked.values).toEqual(stored === null ? {} : { f: stored })
})

test('what is there already may be said again, also an option that is inactive by now', () => {
  const field = buildField('f', { kind: 'tree', options })
  const before = buildGround({ values: { f: 'old', gone: 'x' } })
  const given = { f: 'old', gone: 'x' }
  expect(checkFields(change([field], { before, given, moment: 'update' }))).toEqual({ values: given, problems: [] })
})

test('a field that is not named keeps its value, null clears it, others do not exist', () => {
  const fields = [buildField('a'), buildField('b'), buildField('c')]
  const before = buildGround({ values: { a: '1', b: '2' } })
  const given = { b: null, c: '3', gone: 'x' }
  expect(checkFields(change(fields, { before, given, moment: 'update' }))).toEqual({
    values: { a: '1', c: '3' },
    problems: [{ fieldId: 'gone', code: 'unknown_field' }],
  })
})

test.for([
  ['hidden', 'unknown_field'],
  ['shown', 'not_editable'],
] as const)('a contact cannot fill in what is %s, nor is asked to', ([forContacts, code]) => {
  const field = buildField('f', { forContacts, rules: { requiredFor: 'always' } })
  expect(codes([field], { by: 'contact', moment: 'contact_create', given: { f: 'x' } })).toEqual([`f ${code}`])
  expect(codes([field], { by: 'contact', moment: 'contact_create' })).toEqual([])
})

const moments: FieldMoment[] = ['staff_create', 'contact_create', 'update', 'contact_update', 'solve']
test.for<[FieldDemand, FieldMoment[]]>([
  ['never', []],
  ['always', moments],
  ['staff_create', ['staff_create']],
  ['contact_create', ['contact_create']],
  ['solve', ['solve']],
])('a field that is required for %s is asked for then alone', ([requiredFor, expected]) => {
  const field = buildField('f', { rules: { requiredFor } })
  expect(moments.filter((moment) => requiredFields([field], buildGround(), moment).length > 0)).toEqual(expected)
})

test('a field is required while it is shown and what it waits for holds', () => {
  const urgent = buildField('urgent', { kind: 'checkbox' })
  const why = buildField('why', { rules: { requiredFor: 'always', requiredWhen: [when('urgent', 'is', 'true')] } })
  const where = buildField('where', { rules: { requiredFor: 'always', shownWhen: [when('urgent', 'is', 'true')] } })
  const fields = [urgent, why, where]
  expect(codes(fields, {})).toEqual([])
  expect(codes(fields, { given: { urgent: true } })).toEqual(['why field_required', 'where field_required'])
  expect(codes(fields, { given: { urgent: true, why: 'x', where: 'y' } })).toEqual([])
  expect(codes(fields, { given: { urgent: true }, by: 'system' })).toEqual([])
  expect(codes(fields, { given: { urgent: true }, moment: 'none' })).toEqual([])
})

test('a box that is required has to be ticked', () => {
  const field = buildField('f', { kind: 'checkbox', rules: { requiredFor: 'always' } })
  expect(codes([field], { given: { f: false } })).toEqual(['f field_required'])
  expect(codes([field], { given: { f: true } })).toEqual([])
})

test.for<[string, Partial<FieldChange>, string[]]>([
  ['an old gap', { before: buildGround() }, []],
  [
    'a value that is cleared',
    { before: buildGround({ values: { f: 'x' } }), given: { f: null } },
    ['f field_required'],
  ],
  [
    'a type that asks for it',
    { before: buildGround(), after: { typeLine: ['t'], priorityId: null } },
    ['g field_required'],
  ],
  ['solving, which asks for all', { before: buildGround(), moment: 'solve' }, ['f field_required']],
])('a change is asked for new gaps: %s', ([, overrides, expected]) => {
  const fields = [
    buildField('f', { rules: { requiredFor: 'always' } }),
    buildField('g', { rules: { requiredFor: 'always', typeIds: ['t'] } }),
  ]
  expect(codes(fields, { moment: 'update', ...overrides })).toEqual(expected)
})

test('what contacts get speaks of no hidden field, and shows and asks the same', () => {
  const ids = ['a', 'b', 'c', 'd']
  const conditions = (own: string) => {
    const above = ids.filter((id) => id < own).map((id) => `field:${id}`)
    const ops = fc.constantFrom('is' as const, 'isNot' as const, 'isEmpty' as const, 'isNotEmpty' as const)
    const condition = fc.record({ field: fc.constantFrom('priority', ...above), op: ops })
    return fc.array(condition, { maxLength: 2 }).map((list) => list.map((one) => ({ ...one, values: ['x'] })))
  }
  const field = (id: string) =>
    fc
      .record({
        forContacts: fc.constantFrom('hidden' as const, 'shown' as const, 'editable' as const),
        shownWhen: conditions(id),
        requiredWhen: fc.option(conditions(id)),
      })
      .map(({ forContacts, ...rules }) => buildField(id, { forContacts, rules: { ...rules, requiredFor: 'always' } }))
  const values = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('x', 'y'))
  fc.assert(
    fc.property(fc.tuple(field('a'), field('b'), field('c'), field('d')), values, (fields, given) => {
      const seen = fieldsForContacts(fields)
      const seenIds = new Set(fields.filter(({ forContacts }) => forContacts !== 'hidden').map(({ id }) => id))
      const ground = buildGround({
        values: Object.fromEntries(Object.entries(given).filter(([id]) => seenIds.has(id))),
      })
      const idsOf = (list: Field[]) => list.map(({ id }) => id).filter((id) => seenIds.has(id))
      expect(idsOf(fieldsShown(seen, ground))).toEqual(idsOf(fieldsShown(fields, ground)))
      expect(idsOf(requiredFields(seen, ground, 'contact_create'))).toEqual(
        idsOf(requiredFields(fields, ground, 'contact_create')),
      )
      const spoken = seen.flatMap(({ rules }) => [...rules.shownWhen, ...(rules.requiredWhen ?? [])])
      expect(spoken.filter(({ field: of }) => of !== 'priority' && !seenIds.has(of.slice('field:'.length)))).toEqual([])
    }),
  )
})
