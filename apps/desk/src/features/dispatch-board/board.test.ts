import type { BoardPerson, DispatchBoard } from '@timedesk/contracts/dispatch-board'
import { expect, test } from 'vitest'

import { buildSummary, ids } from '../../test/build.ts'
import { caseAfter, renewInPlace, withCaseAt } from './place-case.ts'
import { sortByFit } from './sort-people.ts'

const support = { id: ids.department, name: 'Support' }
const person = (name: string, changes: Partial<BoardPerson> = {}): BoardPerson => ({
  ...{ id: name, name, initials: name.slice(0, 2), department: support, openCases: 3, dueCases: 0 },
  ...{ loadMinutes: 120, workingMinutesToday: 444, workingMinutesLeft: 200, absence: null, skills: [] },
  ...changes,
})
const list = (...rows: DispatchBoard['atRisk']['data']) => ({ data: rows, hasMore: false, total: rows.length })
const free = buildSummary({ id: 'free', responsible: null, department: support })
const late = buildSummary({ id: 'late', responsible: { id: 'Ada', name: 'Ada' }, department: support })
const board: DispatchBoard = {
  ...{ department: null, unassigned: list(free), atRisk: list(free, late) },
  ...{ people: [person('Ada'), person('Bo')], hasMorePeople: false },
}

test('a case that is given to somebody leaves the list of those that nobody has, and counts with the person', () => {
  const after = withCaseAt(board, free, { department: support, responsible: { id: 'Bo', name: 'Bo' } })
  expect(after.unassigned).toEqual(list())
  expect(after.atRisk.data.map(({ responsible }) => responsible?.name)).toEqual(['Bo', 'Ada'])
  expect(after.people.map(({ openCases }) => openCases)).toEqual([3, 4])
})

test('a case that is handed on counts with one less and with another more', () => {
  const after = withCaseAt(board, late, { department: support, responsible: { id: 'Bo', name: 'Bo' } })
  expect(after.people.map(({ openCases }) => openCases)).toEqual([2, 4])
  const back = withCaseAt(board, late, { department: support, responsible: null })
  expect(back.people.map(({ openCases }) => openCases)).toEqual([2, 3])
})

test('rows stay where they are, what is gone goes, and what is new is counted once', () => {
  const fresh = buildSummary({ id: 'fresh' })
  const now = { ...board, unassigned: list(fresh, { ...free, subject: 'Changed' }), atRisk: list(fresh) }
  const { board: shown, arrived } = renewInPlace(board, now)
  expect(shown.unassigned.data.map(({ id, subject }) => [id, subject])).toEqual([['free', 'Changed']])
  expect(shown.atRisk.data).toEqual([])
  expect(arrived).toBe(1)
})

test('who is there and has time comes first, who is away last', () => {
  const away = { id: 'a', from: '2026-03-01', to: '2026-03-08', delegate: null }
  const people = [
    person('Away', { absence: away, loadMinutes: 0 }),
    person('Busy', { loadMinutes: 400 }),
    person('Free', { loadMinutes: 0 }),
    person('Also free', { loadMinutes: 0 }),
  ]
  expect(sortByFit(people).map(({ name }) => name)).toEqual(['Also free', 'Free', 'Busy', 'Away'])
})

test('behind a case that goes stands the next, else the one before, else nothing but itself', () => {
  expect(caseAfter([free, late], 'free')).toBe('late')
  expect(caseAfter([free, late], 'late')).toBe('free')
  expect(caseAfter([free], 'free')).toBe('free')
  expect(caseAfter([free], 'late')).toBe('late')
})
