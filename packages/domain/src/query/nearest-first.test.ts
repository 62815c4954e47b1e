import { expect, test } from 'vitest'
import { nearestFirst, onlyNear } from './nearest-first.ts'

const statuses = ['new', 'open', 'waiting_customer', 'solved', 'closed', 'Ringer tilbage', 'Åben hos Søren']

test.for([
  ['opne', 'open'],
  ['slved', 'solved'],
  ['ring', 'Ringer tilbage'],
  ['tibage', 'Ringer tilbage'],
  ['soeren', 'Åben hos Søren'],
  ['waitng', 'waiting_customer'],
] as const)('%s looks most like %s', ([typed, expected]) => {
  expect(nearestFirst(typed, statuses)[0]).toBe(expected)
  expect(nearestFirst(typed, statuses).toSorted()).toEqual([...statuses].toSorted())
})

test('what looks like nothing leaves everything where it was', () => {
  expect(nearestFirst('zzzzzz', statuses)).toEqual(statuses)
  expect(nearestFirst('-', statuses)).toEqual(statuses)
  expect(onlyNear('zzzzzz', statuses)).toEqual([])
  expect(onlyNear('opne', statuses)).toEqual(['open'])
})
