import type { Condition } from '@timedesk/contracts/conditions'
import type { FieldKind } from '@timedesk/contracts/custom-fields'
import { conditionFields } from '@timedesk/contracts/conditions'
import { expect, test } from 'vitest'
import { checkConditions, operatorsOf } from './check-conditions.ts'

const ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const fields = new Map<string, FieldKind>([
  ['019371f0-6f4e-7cc3-9f2a-000000000001', 'number'],
  ['019371f0-6f4e-7cc3-9f2a-000000000002', 'date'],
  ['019371f0-6f4e-7cc3-9f2a-000000000003', 'checkbox'],
])
const NUMBER = 'field:019371f0-6f4e-7cc3-9f2a-000000000001'
const DATE = 'field:019371f0-6f4e-7cc3-9f2a-000000000002'
const CHECKBOX = 'field:019371f0-6f4e-7cc3-9f2a-000000000003'

const problemOf = (field: string, op: Condition['op'], values: readonly string[]) =>
  checkConditions([{ field, op, values: [...values] }], fields, '/body/conditions')[0] ?? null

test.for([
  ['type', 'is', [ID]],
  ['type', 'isEmpty', []],
  ['words', 'contains', ['printer', 'toner']],
  ['hour', 'between', ['16:00', '08:00']],
  ['hour', 'between', ['00:00', '24:00']],
  ['weekday', 'is', ['6', '7']],
  ['language', 'is', ['da']],
  ['via', 'isNot', ['import']],
  [NUMBER, 'between', ['2', '10']],
  [NUMBER, 'is', ['-1.5']],
  [DATE, 'between', ['2026-03-01', '2026-03-31']],
  [CHECKBOX, 'is', ['false']],
] as const)('%s %s %j may be asked', ([field, op, values]) => {
  expect(problemOf(field, op, values)).toBeNull()
})

test.for([
  ['words', 'is', ['printer'], '/op', 'operator_refused'],
  ['customer', 'isEmpty', [], '/op', 'operator_refused'],
  ['type', 'is', ['printing'], '/values/0', 'value_refused'],
  ['type', 'is', [], '/values', 'required'],
  ['type', 'isEmpty', [ID], '/values', 'value_refused'],
  ['weekday', 'is', ['1', '8'], '/values/1', 'value_refused'],
  ['hour', 'between', ['08:00'], '/values', 'range_refused'],
  ['hour', 'between', ['08:00', '08:00'], '/values', 'range_refused'],
  ['hour', 'between', ['08:00', '25:00'], '/values/1', 'value_refused'],
  [NUMBER, 'between', ['10', '2'], '/values', 'range_refused'],
  [NUMBER, 'between', ['1', '2', '3'], '/values', 'range_refused'],
  [NUMBER, 'contains', ['1'], '/op', 'operator_refused'],
  [DATE, 'is', ['2026-02-31'], '/values/0', 'value_refused'],
  [`field:${ID}`, 'is', ['x'], '/field', 'unusable'],
] as const)('%s %s %j is refused', ([field, op, values, at, code]) => {
  expect(problemOf(field, op, values)).toMatchObject({ pointer: `/body/conditions/0${at}`, code })
})

test('a problem points at its own condition', () => {
  const fine: Condition = { field: 'type', op: 'isEmpty', values: [] }
  const wrong: Condition = { field: 'words', op: 'is', values: ['a'] }
  expect(checkConditions([fine, wrong], fields, '/body/conditions')).toMatchObject([
    { pointer: '/body/conditions/1/op' },
  ])
})

test.for(conditionFields.map((field) => [field] as const))('%s can be asked somehow', ([field]) => {
  expect(operatorsOf(field)).not.toEqual([])
})
