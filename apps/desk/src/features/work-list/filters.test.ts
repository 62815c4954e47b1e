import { expect, test } from 'vitest'

import {
  countFilters,
  noFilters,
  readFilters,
  toCaseQuery,
  withoutFilter,
  writeFilters,
  type WorkFilters,
} from './filters.ts'

const now = new Date(2026, 2, 2, 9, 20)
const DEVICE = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c06:Printer, upstairs'

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
  clock: 'risk',
  due: 'tomorrow',
  fields: [DEVICE, '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c07:'],
  isUnread: true,
  withEnded: true,
  sort: 'due',
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
  const filters = readFilters(
    new URLSearchParams('view=nonsense&status=open,gone&sort=colour&unread=maybe&clock=slow&due=soon&field=device'),
  )

  expect(filters).toEqual({ ...noFilters, status: ['open'] })
})

test('my cases are the active ones that I am responsible for', () => {
  expect(toCaseQuery(noFilters, now)).toEqual({ sort: '-lastActivityAt', isActive: true, responsible: 'me' })
})

test('a chosen status is asked for even when its cases have ended', () => {
  expect(toCaseQuery({ ...noFilters, view: 'all', status: ['solved'] }, now)).toEqual({
    sort: '-lastActivityAt',
    status: ['solved'],
  })
})

test.for([
  ['risk', { isAtRisk: true }],
  ['breached', { isBreached: true }],
] as const)('a clock filter %s asks the API for it', ([clock, asked]) => {
  expect(toCaseQuery({ ...noFilters, clock }, now)).toEqual({
    ...{ sort: '-lastActivityAt', isActive: true, responsible: 'me' },
    ...asked,
  })
})

test('of filters by fields each is taken away by itself, and all are counted as one kind', () => {
  const filters = { ...noFilters, fields: [DEVICE, 'other:'], isUnread: true }

  expect(countFilters(filters)).toBe(2)
  expect(withoutFilter(filters, DEVICE)).toEqual({ ...filters, fields: ['other:'] })
  expect(withoutFilter(filters, 'isUnread')).toEqual({ ...filters, isUnread: false })
  expect(withoutFilter({ ...filters, sort: 'due' })).toEqual({ ...noFilters, sort: 'due' })
})
