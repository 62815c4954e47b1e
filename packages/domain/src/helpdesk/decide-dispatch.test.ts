import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideDispatch, decideRedispatch } from './decide-dispatch.ts'
import type { DispatchAtCreation, DispatchType } from './decide-dispatch.ts'

const nobody = { departmentId: null, responsibleId: null }

function type(id: string, parentId: string | null, overrides: Partial<DispatchType> = {}): [string, DispatchType] {
  return [id, { id, parentId, ...nobody, ...overrides }]
}

const intent: DispatchAtCreation = {
  chosen: nobody,
  typeId: null,
  types: new Map([
    type('software', null, { departmentId: 'support' }),
    type('printing', 'software'),
    type('labels', 'printing', { responsibleId: 'lis' }),
    type('left', 'software', { responsibleId: 'gone' }),
    type('left-with-queue', 'software', { departmentId: 'field', responsibleId: 'gone' }),
    type('unruled', null),
  ]),
  defaultDepartmentId: 'front-desk',
  departmentOf: new Map([
    ['lis', 'labels-team'],
    ['ole', 'support'],
  ]),
}

test.for([
  ['its own rule', 'software', ['support', null, 'by_type', 'software']],
  ['the rule of its nearest ancestor', 'printing', ['support', null, 'by_type', 'software']],
  ['a responsible without a department brings the own one', 'labels', ['labels-team', 'lis', 'by_type', 'labels']],
  ['a responsible who left, no department: the next rule', 'left', ['support', null, 'by_type', 'software']],
  ['a responsible who left: the queue', 'left-with-queue', ['field', null, 'by_type', 'left-with-queue']],
  ['no rule', 'unruled', ['front-desk', null, 'by_default', null]],
  ['a type that is not there', 'unknown', ['front-desk', null, 'by_default', null]],
  ['no type', null, ['front-desk', null, 'by_default', null]],
] as const)('a new case goes by type: %s', ([, typeId, [departmentId, responsibleId, rule, ruleTypeId]]) => {
  expect(decideDispatch({ ...intent, typeId })).toEqual({ departmentId, responsibleId, rule, ruleTypeId })
})

test.for([
  ['a department', { departmentId: 'field', responsibleId: null }, ['field', null]],
  ['an employee', { departmentId: null, responsibleId: 'ole' }, ['support', 'ole']],
  ['both', { departmentId: 'field', responsibleId: 'ole' }, ['field', 'ole']],
] as const)('what the creator chose wins: %s', ([, chosen, [departmentId, responsibleId]]) => {
  expect(decideDispatch({ ...intent, typeId: 'labels', chosen })).toEqual({
    departmentId,
    responsibleId,
    rule: 'by_hand',
    ruleTypeId: null,
  })
})

test('any tree of types, even one that bites its tail, gives a department', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd')
  const wish = fc.record({
    parentId: fc.option(ids),
    departmentId: fc.option(fc.constantFrom('support', 'field')),
    responsibleId: fc.option(fc.constantFrom('ole', 'gone')),
  })
  fc.assert(
    fc.property(fc.dictionary(ids, wish), fc.option(ids), (wishes, typeId) => {
      const types = new Map(Object.entries(wishes).map(([id, rest]) => [id, { id, ...rest }]))
      const { departmentId, responsibleId } = decideDispatch({ ...intent, types, typeId })
      expect(['support', 'field', 'front-desk']).toContain(departmentId)
      expect([null, 'ole']).toContain(responsibleId)
    }),
  )
})

const support = { id: 'support', name: 'Support' }
const field = { id: 'field', name: 'Field service' }
const lis = { id: 'lis', name: 'Lis Holm' }
const ole = { id: 'ole', name: 'Ole Berg' }
const before = { department: support, responsible: lis }

test.for([
  ['to a colleague', { responsible: ole }, ['support', 'ole']],
  ['back to the queue', { responsible: null }, ['support', null]],
  ['to another queue', { department: field }, ['field', null]],
  ['to another department and its employee', { department: field, responsible: ole }, ['field', 'ole']],
] as const)('a case is handed on %s', ([, to, [departmentId, responsibleId]]) => {
  const { changes, events } = decideRedispatch(before, to)
  expect(changes).toEqual({ departmentId, responsibleId })
  expect(events.map((event) => [event.toDepartmentId, event.toResponsibleId])).toEqual([[departmentId, responsibleId]])
})

test('the log keeps the names of both sides and the comment', () => {
  expect(decideRedispatch(before, { department: field, responsible: ole, comment: 'Needs a visit' }).events).toEqual([
    {
      type: 'case.dispatched',
      rule: 'by_hand',
      fromDepartment: 'Support',
      toDepartment: 'Field service',
      fromResponsible: 'Lis Holm',
      toResponsible: 'Ole Berg',
      toDepartmentId: 'field',
      toResponsibleId: 'ole',
      comment: 'Needs a visit',
    },
  ])
})

test.for([{}, { department: support }, { responsible: lis }, { department: support, responsible: lis }])(
  'handing a case to where it is changes nothing: %j',
  (to) => {
    expect(decideRedispatch(before, to)).toEqual({ changes: {}, events: [] })
  },
)
