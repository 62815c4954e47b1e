import type { Condition } from '@timedesk/contracts/conditions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createZone } from '../time/zone.ts'
import { clockMomentOf, foldText } from './facts.ts'
import type { CaseFacts } from './facts.ts'
import { matchConditions } from './match-conditions.ts'

const facts: CaseFacts = {
  typePath: ['labels', 'printing'],
  customerId: 'nordlys',
  agreementIds: ['gold', 'hours'],
  priorityId: 'high',
  product: 'LabelMaker 3',
  foldedWords: foldText('Printer jammed Båndet sidder fast i TROMLEN'),
  departmentPath: ['field', 'service'],
  responsibleId: null,
  statusId: 'new',
  category: 'new',
  language: 'da',
  clock: { weekday: 3, minutes: 9 * 60 + 30 },
  via: 'extranet',
  tags: ['Hardware', 'vip'],
  fields: {
    place: ['room 2', 'floor 1', 'house'],
    units: 12,
    wanted: '2026-03-10',
    warranty: true,
    model: 'LM-300',
    empty: null,
  },
}

const asks = (field: string, op: Condition['op'], ...values: string[]): Condition => ({ field, op, values })

test.for([
  ['type', 'is', ['labels'], true],
  ['type', 'is', ['printing'], true],
  ['type', 'is', ['software', 'labels'], true],
  ['type', 'isNot', ['printing'], false],
  ['type', 'isNot', ['software'], true],
  ['type', 'isEmpty', [], false],
  ['customer', 'is', ['nordlys'], true],
  ['customer', 'isNot', ['nordlys'], false],
  ['agreement', 'is', ['hours'], true],
  ['agreement', 'isNot', ['hours'], false],
  ['priority', 'is', ['low', 'high'], true],
  ['product', 'is', ['labelmaker 3'], true],
  ['product', 'contains', ['MAKER'], true],
  ['product', 'contains', ['ledger'], false],
  ['words', 'contains', ['båndet'], true],
  ['words', 'contains', ['tromlen'], true],
  ['words', 'contains', ['toner', 'JAMMED'], true],
  ['words', 'contains', ['toner'], false],
  ['words', 'is', ['printer'], false],
  ['department', 'is', ['service'], true],
  ['department', 'is', ['office'], false],
  ['responsible', 'isEmpty', [], true],
  ['responsible', 'isNotEmpty', [], false],
  ['responsible', 'isNot', ['ole'], true],
  ['status', 'is', ['new'], true],
  ['category', 'is', ['open', 'new'], true],
  ['language', 'is', ['da'], true],
  ['weekday', 'is', ['1', '3'], true],
  ['weekday', 'is', ['6', '7'], false],
  ['hour', 'between', ['08:00', '16:00'], true],
  ['hour', 'between', ['09:30', '10:00'], true],
  ['hour', 'between', ['08:00', '09:30'], false],
  ['hour', 'between', ['16:00', '08:00'], false],
  ['hour', 'between', ['22:00', '10:00'], true],
  ['hour', 'between', ['00:00', '24:00'], true],
  ['via', 'is', ['extranet'], true],
  ['tag', 'is', ['hardware'], true],
  ['tag', 'isNot', ['vip'], false],
  ['field:place', 'is', ['floor 1'], true],
  ['field:place', 'is', ['floor 2'], false],
  ['field:units', 'between', ['10', '12'], true],
  ['field:units', 'between', ['9', '10'], false],
  ['field:units', 'is', ['12.0'], true],
  ['field:wanted', 'between', ['2026-03-01', '2026-03-10'], true],
  ['field:wanted', 'between', ['2026-03-11', '2026-04-01'], false],
  ['field:warranty', 'is', ['true'], true],
  ['field:warranty', 'is', ['false'], false],
  ['field:model', 'contains', ['lm-'], true],
  ['field:empty', 'isEmpty', [], true],
  ['field:unknown', 'isEmpty', [], true],
  ['field:unknown', 'between', ['1', '2'], false],
] as const)('%s %s %j: %s', ([field, op, values, holds]) => {
  expect(matchConditions([asks(field, op, ...values)], facts).matches).toBe(holds)
})

test('all conditions have to hold, and those that do not are told', () => {
  const conditions = [asks('type', 'is', 'labels'), asks('via', 'is', 'desk'), asks('words', 'contains', 'toner')]
  expect(matchConditions(conditions, facts)).toEqual({ matches: false, failed: [1, 2] })
  expect(matchConditions(conditions.slice(0, 1), facts)).toEqual({ matches: true, failed: [] })
})

test('no conditions match every case', () => {
  expect(matchConditions([], facts).matches).toBe(true)
})

test('isNot says the opposite of is, whatever the case holds', () => {
  const field = fc.constantFrom('type', 'customer', 'product', 'responsible', 'tag', 'field:units', 'field:empty')
  const value = fc.constantFrom('labels', 'nordlys', 'labelmaker 3', 'vip', '12', '')
  fc.assert(
    fc.property(field, fc.array(value, { minLength: 1 }), (asked, values) => {
      const is = matchConditions([asks(asked, 'is', ...values)], facts).matches
      expect(matchConditions([asks(asked, 'isNot', ...values)], facts).matches).toBe(!is)
    }),
  )
})

test('one more condition never makes more cases match', () => {
  const condition = fc.constantFrom(
    asks('type', 'is', 'labels'),
    asks('via', 'is', 'desk'),
    asks('hour', 'between', '08:00', '16:00'),
    asks('tag', 'isEmpty'),
  )
  fc.assert(
    fc.property(fc.array(condition), condition, (conditions, another) => {
      const more = matchConditions([...conditions, another], facts)
      expect(more.matches && !matchConditions(conditions, facts).matches).toBe(false)
    }),
  )
})

test.for([
  ['2026-03-04T08:30:00Z', { weekday: 3, minutes: 9 * 60 + 30 }],
  ['2026-07-01T08:30:00Z', { weekday: 3, minutes: 10 * 60 + 30 }],
  ['2026-12-31T23:30:00Z', { weekday: 5, minutes: 30 }],
] as const)('hours are of the clock in the company’s zone: %s', ([at, moment]) => {
  expect(clockMomentOf(new Date(at), createZone('Europe/Copenhagen'))).toEqual(moment)
})
