import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideDispatch, decideRedispatch } from './decide-dispatch.ts'
import type { Person, Staffing } from '../dispatch/staffing.ts'
import type { DispatchAtCreation, DispatchType } from './decide-dispatch.ts'

const nobody = { departmentId: null, responsibleId: null }

function type(id: string, parentId: string | null, overrides: Partial<DispatchType> = {}): [string, DispatchType] {
  return [id, { id, parentId, ...nobody, ...overrides }]
}

const queue = (name: string, parentId: string | null = null) => ({ name, parentId, isActive: true })
const person = (id: string, departmentId: string): [string, Person] => [id, { id, name: id, departmentId }]

const staffing: Staffing = {
  people: new Map([person('lis', 'labels-team'), person('ole', 'support'), person('eva', 'field')]),
  away: new Map(),
  departments: new Map([
    ['front-desk', queue('Front desk')],
    ['support', queue('Support')],
    ['labels-team', queue('Labels', 'support')],
    ['field', queue('Field service')],
  ]),
}

const intent: DispatchAtCreation = {
  chosen: nobody,
  byRule: null,
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
  staffing,
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
  expect(decideDispatch({ ...intent, typeId })).toEqual({
    departmentId,
    responsibleId,
    rule,
    ruleTypeId,
    ruleName: null,
    insteadOfId: null,
  })
})

test.for([
  ['her delegate of the same department', { lis: 'ole' }, { departmentId: null }, ['support', 'ole', 'lis']],
  ['the delegate of her delegate', { lis: 'ole', ole: 'eva' }, { departmentId: null }, ['field', 'eva', 'lis']],
  ['the queue she works for, without one', { lis: null }, { departmentId: null }, ['labels-team', null, null]],
  ['the queue that the type names', { lis: null }, { departmentId: 'support' }, ['support', null, null]],
  ['a delegate for the department', { lis: 'ole' }, { departmentId: 'support' }, ['support', 'ole', 'lis']],
  ['a delegate elsewhere in his own', { lis: 'eva' }, { departmentId: 'support' }, ['field', 'eva', 'lis']],
  ['the queue when they would go in a circle', { lis: 'ole', ole: 'lis' }, {}, ['labels-team', null, null]],
] as const)('while the person of a type is away: %s', ([, away, wish, [departmentId, responsibleId, insteadOfId]]) => {
  const types = new Map([type('labels', null, { responsibleId: 'lis', ...wish })])
  const there = { ...staffing, away: new Map(Object.entries(away)) }
  expect(decideDispatch({ ...intent, types, typeId: 'labels', staffing: there })).toEqual({
    departmentId,
    responsibleId,
    insteadOfId,
    rule: 'by_type',
    ruleTypeId: 'labels',
    ruleName: null,
  })
})

const byRule = {
  name: 'Printers',
  placement: { departmentId: 'field', responsibleId: 'eva', insteadOfId: null },
}

test('a dispatch rule goes before the type, and what the creator chose before both', () => {
  expect(decideDispatch({ ...intent, typeId: 'labels', byRule })).toMatchObject({
    departmentId: 'field',
    responsibleId: 'eva',
    rule: 'by_rule',
    ruleName: 'Printers',
    ruleTypeId: null,
  })
  const chosen = { departmentId: 'support', responsibleId: null }
  expect(decideDispatch({ ...intent, typeId: 'labels', byRule, chosen })).toMatchObject({
    departmentId: 'support',
    responsibleId: null,
    rule: 'by_hand',
    ruleName: null,
  })
})

test('who is chosen by hand gets it, away or not', () => {
  const there = { ...staffing, away: new Map([['lis', 'ole']]) }
  const chosen = { departmentId: null, responsibleId: 'lis' }
  expect(decideDispatch({ ...intent, chosen, staffing: there })).toMatchObject({
    responsibleId: 'lis',
    insteadOfId: null,
    rule: 'by_hand',
  })
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
    ruleName: null,
    insteadOfId: null,
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

test('the log says which rule decided and for whom somebody stands in', () => {
  const why = { rule: 'by_rule', ruleName: 'Printers', insteadOf: 'Eva Lund' } as const
  expect(decideRedispatch(before, { responsible: ole }, why).events).toMatchObject([why])
})

test.for([{}, { department: support }, { responsible: lis }, { department: support, responsible: lis }])(
  'handing a case to where it is changes nothing: %j',
  (to) => {
    expect(decideRedispatch(before, to)).toEqual({ changes: {}, events: [] })
  },
)
