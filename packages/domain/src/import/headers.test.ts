import { expect, test } from 'vitest'
import { columnsByName } from './headers.ts'

test('equal headers are told apart by number, and a byte order mark is no part of a name', () => {
  expect([...columnsByName(['\uFEFFCase ID', ' Variant', 'Index', 'Variant ', 'Variant'])]).toEqual([
    ['Case ID', 0],
    ['Variant', 1],
    ['Index', 2],
    ['Variant#2', 3],
    ['Variant#3', 4],
  ])
})

test('a header that looks numbered keeps its place', () => {
  expect([...columnsByName(['A', 'A', 'A#2']).values()]).toEqual([0, 1, 2])
})
