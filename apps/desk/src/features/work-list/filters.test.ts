import { expect, test } from 'vitest'

import { noFilters, readFilters, toCaseQuery, writeFilters, type WorkFilters } from './filters.ts'

const everything: WorkFilters = {
  view: 'department',
  search: 'printer & "error 0x97"',
  status: ['new', 'waiting_customer'],
  priority: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c01',
  type: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c02',
  department: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c03',
  customer: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c04',
  responsible: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c05',
  tag: 'blæk & papir',
  isUnread: true,
  withEnded: true,
  sort: 'deadline',
}

test.for([
  ['nothing chosen', noFilters],
  ['everything chosen', everything],
] as const)('the address keeps the filters: %s', ([, filters]) => {
  const address = writeFilters(filters).toString()

  expect(readFilters(new URLSearchParams(address))).toEqual(filters)
})

test('what is as usual is not in the address', () => {
  expect(writeFilters(noFilters).toString()).toBe('')
})

test('an address from elsewhere shows the usual list instead of failing', () => {
  const filters = readFilters(new URLSearchParams('view=nonsense&status=open,gone&sort=colour&unread=maybe'))

  expect(filters).toEqual({ ...noFilters, status: ['open'] })
})

test('my cases are the active ones that I am responsible for', () => {
  expect(toCaseQuery(noFilters)).toEqual({ sort: '-lastActivityAt', isActive: true, responsible: 'me' })
})

test('a chosen status is asked for even when its cases have ended', () => {
  expect(toCaseQuery({ ...noFilters, view: 'all', status: ['solved'] })).toEqual({
    sort: '-lastActivityAt',
    status: ['solved'],
  })
})
