import fc from 'fast-check'
import { expect, test } from 'vitest'
import { departmentPath, placeInQueue, placeWith, standInFor } from './staffing.ts'
import type { Person, Staffing } from './staffing.ts'

const person = (id: string, departmentId: string): [string, Person] => [id, { id, name: id, departmentId }]

const staffing: Staffing = {
  people: new Map([person('lis', 'first'), person('ole', 'first'), person('eva', 'field'), person('kai', 'shut')]),
  away: new Map(),
  departments: new Map([
    ['service', { name: 'Service', parentId: null, isActive: true }],
    ['first', { name: 'First line', parentId: 'service', isActive: true }],
    ['field', { name: 'Field service', parentId: null, isActive: true }],
    ['shut', { name: 'Shut down', parentId: null, isActive: false }],
  ]),
}

const without = (away: Record<string, string | null>): Staffing => ({
  ...staffing,
  away: new Map(Object.entries(away)),
})

test.for([
  ['who is there', {}, 'lis'],
  ['the delegate', { lis: 'ole' }, 'ole'],
  ['the delegate’s delegate', { lis: 'ole', ole: 'eva' }, 'eva'],
  ['nobody, without a delegate', { lis: null }, null],
  ['nobody, at the end of a chain', { lis: 'ole', ole: null }, null],
  ['nobody, in a circle', { lis: 'ole', ole: 'eva', eva: 'ole' }, null],
  ['nobody, when the delegate has left', { lis: 'gone' }, null],
] as const)('what would go to somebody goes to %s', ([, away, taker]) => {
  expect(standInFor('lis', without(away))).toBe(taker)
})

test.for([
  ['in the wanted department', 'lis', 'first', {}, ['first', 'lis', null]],
  ['in one above the person’s own', 'lis', 'service', {}, ['service', 'lis', null]],
  ['in the person’s own, where none is wanted', 'lis', null, {}, ['first', 'lis', null]],
  ['in the delegate’s own, who is not of the wanted one', 'lis', 'service', { lis: 'eva' }, ['field', 'eva', 'lis']],
  ['in the wanted queue, when nobody is left', 'lis', 'service', { lis: null }, ['service', null, null]],
  ['in the queue of who is away', 'lis', null, { lis: null }, ['first', null, null]],
  ['in the wanted queue, when the person has left', 'gone', 'field', {}, ['field', null, null]],
] as const)('a case is placed %s', ([, employeeId, wanted, away, [departmentId, responsibleId, insteadOfId]]) => {
  expect(placeWith(employeeId, wanted, without(away))).toEqual({ departmentId, responsibleId, insteadOfId })
})

test('a case is placed nowhere, when the person has left and no department is wanted, or it is not active', () => {
  expect(placeWith('gone', null, staffing)).toBeNull()
  expect(placeWith('kai', null, staffing)).toBeNull()
  expect(placeInQueue('shut', staffing)).toBeNull()
})

test('a path goes up the tree, and ends even where the tree bites its own tail', () => {
  expect(departmentPath('first', staffing.departments)).toEqual(['first', 'service'])
  expect(departmentPath(null, staffing.departments)).toEqual([])
  const bitten = new Map([
    ['a', { name: 'A', parentId: 'b', isActive: true }],
    ['b', { name: 'B', parentId: 'a', isActive: true }],
  ])
  expect(departmentPath('a', bitten)).toEqual(['a', 'b'])
})

test('whoever is away, nobody gets a case who is away or has left', () => {
  const ids = fc.constantFrom('lis', 'ole', 'eva', 'gone')
  fc.assert(
    fc.property(fc.dictionary(ids, fc.option(ids)), ids, (away, employeeId) => {
      const placement = placeWith(employeeId, 'service', without(away))
      const present = [...staffing.people.keys()].filter((id) => !(id in away))
      expect([null, ...present]).toContain(placement?.responsibleId)
    }),
  )
})
