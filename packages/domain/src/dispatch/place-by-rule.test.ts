import type { DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import { expect, test } from 'vitest'
import { choosesAmongPeople, placeByRule } from './place-by-rule.ts'
import { aCandidate, aStaffing } from '../../test/build-staffing.ts'

const lis = aCandidate('lis', 'first', { loadMinutes: 90, skills: { net: 3 } })
const ole = aCandidate('ole', 'first', { loadMinutes: 15, skills: { net: 1 } })
const eva = aCandidate('eva', 'field', { loadMinutes: 0, skills: { net: 3 } })
const everybody = [lis, ole, eva]
const candidates = new Map(everybody.map((one) => [one.id, one]))

const place = (
  target: DispatchTarget,
  away: Record<string, string | null> = {},
  lastEmployeeId: string | null = null,
) => placeByRule({ target, lastEmployeeId }, aStaffing(everybody, away), candidates)

const inFirst = (kind: 'round_robin' | 'least_loaded', skillIds: string[] = []): DispatchTarget => ({
  kind,
  departmentId: 'first',
  skillIds,
})

test.for<[string, DispatchTarget, Record<string, string | null>, string | null]>([
  ['queue', { kind: 'queue', departmentId: 'first' }, {}, null],
  ['person', { kind: 'person', employeeId: 'ole', departmentId: null }, {}, 'ole'],
  ['person who is away', { kind: 'person', employeeId: 'ole', departmentId: 'first' }, { ole: 'lis' }, 'lis'],
  ['least loaded', inFirst('least_loaded'), {}, 'ole'],
  ['least loaded who is there', inFirst('least_loaded'), { ole: 'lis' }, 'lis'],
  ['least loaded with a skill', inFirst('least_loaded', ['dns']), {}, null],
  ['skilled', { kind: 'skilled', departmentId: 'first', skillIds: ['net'] }, {}, 'lis'],
  ['skilled who is there', { kind: 'skilled', departmentId: 'first', skillIds: ['net'] }, { lis: null }, 'ole'],
  ['nobody is there', inFirst('round_robin'), { lis: 'eva', ole: null }, null],
])('a rule sends a case: %s', ([, target, away, responsibleId]) => {
  expect(place(target, away)).toMatchObject({ departmentId: 'first', responsibleId })
})

test('round robin goes on after whose turn it was, over people below the department too', () => {
  const all: DispatchTarget = { kind: 'round_robin', departmentId: 'service', skillIds: [] }
  expect(place(all, {}, null)?.responsibleId).toBe('lis')
  expect(place(all, {}, 'lis')?.responsibleId).toBe('ole')
  expect(place(all, {}, 'ole')?.responsibleId).toBe('lis')
})

test('a rule whose department or person is gone places nothing', () => {
  expect(place({ kind: 'queue', departmentId: 'shut' })).toBeNull()
  expect(place({ kind: 'least_loaded', departmentId: 'gone', skillIds: [] })).toBeNull()
  expect(place({ kind: 'person', employeeId: 'gone', departmentId: null })).toBeNull()
})

test('only some rules have to know people', () => {
  expect(choosesAmongPeople({ kind: 'queue', departmentId: 'first' })).toBe(false)
  expect(choosesAmongPeople(inFirst('round_robin'))).toBe(true)
})
