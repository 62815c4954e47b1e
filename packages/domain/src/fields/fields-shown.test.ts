import type { FieldCondition, FieldValue } from '@timedesk/contracts/custom-fields'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildField, buildGround, buildOption, when } from '../../test/build-field.ts'
import type { Field } from './field.ts'
import { fieldsShown } from './fields-shown.ts'

const device = buildField('device', {
  kind: 'tree',
  options: [
    buildOption('hardware'),
    buildOption('printer', 'hardware'),
    buildOption('label', 'printer'),
    buildOption('phone'),
  ],
})
const others: Field[] = [
  device,
  buildField('urgent', { kind: 'checkbox' }),
  buildField('count', { kind: 'number' }),
  buildField('place', { kind: 'text' }),
  buildField('visit', { kind: 'date' }),
  buildField('floor', { kind: 'choice', options: [buildOption('first'), buildOption('second')] }),
]

const shown = (condition: FieldCondition, values: Record<string, FieldValue>, priorityId: string | null = null) =>
  fieldsShown(
    [...others, buildField('asked', { rules: { shownWhen: [condition] } })],
    buildGround({ values, priorityId }),
  ).some(({ id }) => id === 'asked')

test.for<[string, FieldCondition, Record<string, FieldValue>, boolean]>([
  ['an option of a tree', when('device', 'is', 'printer'), { device: 'printer' }, true],
  ['an option below it', when('device', 'is', 'hardware'), { device: 'label' }, true],
  ['an option beside it', when('device', 'is', 'hardware'), { device: 'phone' }, false],
  ['the option above it', when('device', 'is', 'label'), { device: 'printer' }, false],
  ['not an option, where one below it is', when('device', 'isNot', 'hardware'), { device: 'label' }, false],
  ['not an option, where there is none', when('device', 'isNot', 'hardware'), {}, true],
  ['one of several', when('floor', 'is', 'first', 'second'), { floor: 'second' }, true],
  ['none of several', when('floor', 'isNot', 'first', 'second'), { floor: 'second' }, false],
  ['a box that is ticked', when('urgent', 'is', 'true'), { urgent: true }, true],
  ['a box that is not', when('urgent', 'is', 'false'), {}, true],
  ['a number by its worth', when('count', 'is', '2.50'), { count: 2.5 }, true],
  ['another number', when('count', 'is', '25'), { count: 2.5 }, false],
  ['nought is a value', when('count', 'isNotEmpty'), { count: 0 }, true],
  ['a text without case and blanks', when('place', 'is', ' WAREHOUSE '), { place: 'Warehouse' }, true],
  ['a day', when('visit', 'is', '2026-03-02'), { visit: '2026-03-02' }, true],
  ['something', when('place', 'isNotEmpty'), { place: 'x' }, true],
  ['nothing', when('place', 'isEmpty'), { place: '' }, true],
  ['nothing of a field that is not there', when('gone', 'isEmpty'), {}, true],
  ['something of a field that is not there', when('gone', 'is', 'x'), { gone: 'x' }, false],
])('a field is shown by its condition: %s', ([, condition, values, expected]) => {
  expect(shown(condition, values)).toBe(expected)
})

test.for([
  ['high', true],
  ['low', false],
  [null, false],
] as const)('a field is shown by the priority %s', ([priorityId, expected]) => {
  expect(shown(when('priority', 'is', 'high', 'critical'), {}, priorityId)).toBe(expected)
})

test.for([
  ['of its type', null, ['a'], true],
  ['of a type below it', ['software'], ['printing', 'software'], true],
  ['of another type', ['hardware'], ['printing', 'software'], false],
  ['of no type', ['hardware'], [], false],
] as const)('a field is for cases %s', ([, typeIds, typeLine, expected]) => {
  const field = buildField('asked', { rules: { typeIds: typeIds === null ? null : [...typeIds] } })
  expect(fieldsShown([field], buildGround({ typeLine })).length).toBe(expected ? 1 : 0)
})

test('all conditions have to hold', () => {
  const field = buildField('asked', { rules: { shownWhen: [when('urgent', 'is', 'true'), when('count', 'is', '1')] } })
  const shownWith = (values: Record<string, FieldValue>) =>
    fieldsShown([...others, field], buildGround({ values })).includes(field)
  expect(shownWith({ urgent: true })).toBe(false)
  expect(shownWith({ urgent: true, count: 1 })).toBe(true)
})

test('a field that is not shown counts as empty for the next, whatever it keeps', () => {
  const first = buildField('first', { kind: 'checkbox' })
  const second = buildField('second', { rules: { shownWhen: [when('first', 'is', 'true')] } })
  const third = buildField('third', { rules: { shownWhen: [when('second', 'is', 'x')] } })
  const shownWith = (values: Record<string, FieldValue>) =>
    fieldsShown([third, second, first], buildGround({ values })).map(({ id }) => id)
  expect(shownWith({ first: true, second: 'x' })).toEqual(['third', 'second', 'first'])
  expect(shownWith({ second: 'x' })).toEqual(['first'])
})

test('any rules, even ones that go round in a circle, are answered, and the order stays', () => {
  const ids = ['a', 'b', 'c', 'd']
  const condition = fc.record({
    field: fc.constantFrom(...ids, 'priority').map((id) => (id === 'priority' ? id : `field:${id}`)),
    op: fc.constantFrom('is' as const, 'isNot' as const, 'isEmpty' as const, 'isNotEmpty' as const),
    values: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
  })
  const rules = fc.array(fc.array(condition, { maxLength: 2 }), { minLength: 4, maxLength: 4 })
  const values = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('x', 'y', ''))
  fc.assert(
    fc.property(rules, values, (conditions, given) => {
      const fields = ids.map((id, index) => buildField(id, { rules: { shownWhen: conditions[index] ?? [] } }))
      const seen = fieldsShown(fields, buildGround({ values: given })).map(({ id }) => id)
      expect(seen).toEqual(seen.toSorted())
      expect(new Set(seen).size).toBe(seen.length)
      // A value of a field that is not shown changes nothing.
      const kept = Object.fromEntries(Object.entries(given).filter(([id]) => seen.includes(id)))
      const isAcyclic = fields.every((field) => !reaches(fields, field.id, field.id))
      if (isAcyclic) expect(fieldsShown(fields, buildGround({ values: kept })).map(({ id }) => id)).toEqual(seen)
    }),
  )
})

function reaches(fields: readonly Field[], from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean {
  const next =
    fields.find(({ id }) => id === from)?.rules.shownWhen.map(({ field }) => field.replace('field:', '')) ?? []
  return next.some((id) => id === to || (!seen.has(id) && reaches(fields, id, to, new Set([...seen, id]))))
}
