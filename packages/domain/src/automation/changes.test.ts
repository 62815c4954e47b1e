import type { RuleAction } from '@timedesk/contracts/automation-rules'
import { expect, test } from 'vitest'
import { buildFacts } from '../../test/build-facts.ts'
import { repeatedChanges } from './repeated-changes.ts'
import { tagsAfter, wouldChange } from './would-change.ts'

const status = (statusId: string): RuleAction => ({ kind: 'status', statusId })
const field = (fieldId: string, value: string | boolean | null = 'x'): RuleAction => ({ kind: 'field', fieldId, value })
const note = (body: string): RuleAction => ({ kind: 'note', body })

test('what is changed twice is found, each later place', () => {
  const changes = [status('a'), field('f'), note('1'), field('g'), status('b'), note('2'), field('f'), status('c')]
  expect(repeatedChanges(changes)).toEqual([4, 6, 7])
})

test.for<[RuleAction, boolean]>([
  [status('new'), false],
  [status('open'), true],
  [{ kind: 'priority', priorityId: 'normal' }, false],
  [{ kind: 'type', typeId: 'error' }, false],
  [{ kind: 'type', typeId: 'all' }, true],
  [{ kind: 'assignment', departmentId: 'support', responsibleId: null }, false],
  [{ kind: 'assignment', departmentId: 'support', responsibleId: 'mads' }, true],
  [{ kind: 'tags', add: ['vip'], remove: ['new'] }, false],
  [{ kind: 'tags', add: [], remove: ['vip'] }, true],
  [field('device', 'printer'), false],
  [field('device', 'scanner'), true],
  [field('tree', 'leaf'), false],
  [field('box', false), false],
  [field('box', true), true],
  [note('always'), true],
])('%j changes the case: %s', ([action, isChange]) => {
  const fields = { device: 'printer', tree: ['leaf', 'branch'] }
  const facts = buildFacts({ typePath: ['error', 'all'], tags: ['vip'], fields })
  expect(wouldChange(action, facts)).toBe(isChange)
})

test('tags that stay keep their order, and none is there twice', () => {
  expect(tagsAfter(['a', 'b', 'c'], { add: ['c', 'd', 'd'], remove: ['b', 'x'] })).toEqual(['a', 'c', 'd'])
})
