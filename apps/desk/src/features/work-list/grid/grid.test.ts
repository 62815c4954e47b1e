import { expect, test } from 'vitest'

import { buildSummary, ids } from '../../../test/build.ts'
import { fitColumns, readColumns, tracksOf, writeColumns, type Column } from './columns.ts'
import { itemsOf, topsOf, windowOf } from './list-items.ts'
import { allOf, extended, noSelection, toggled } from './selection.ts'

const WISH: Column[] = ['customer', 'due', 'status', 'cover', 'priority', 'responsible', 'updated']
const ROWS = ['a', 'b', 'c', 'd', 'e']
const [open, waiting, again] = [ids.open, ids.waiting, ids.solved].map((id) => buildSummary({ id }))

test('a wide list shows every column of the wish, in its order', () => {
  expect(fitColumns(WISH, 90)).toEqual(WISH)
})

test.for([
  [54, ['customer', 'due', 'status', 'priority', 'responsible']],
  [44, ['due', 'status', 'priority', 'responsible']],
  [24, ['responsible']],
  [21, []],
] as const)('a list of %d rem keeps what matters most', ([width, columns]) => {
  expect(fitColumns(WISH, width)).toEqual(columns)
})

test('the subject takes what the columns leave', () => {
  expect(tracksOf(['due'])).toBe('1.5rem 3.25rem minmax(0, 1fr) 8.5rem')
})

test('a view keeps number and subject too, which the list always shows', () => {
  expect(writeColumns(['due', 'tags'])).toEqual(['number', 'subject', 'due', 'tags'])
  expect(readColumns(['number', 'subject', 'due', 'estimate', 'gone'])).toEqual(['due', 'estimate'])
})

test('a head stands before each group, and cases keep their own places', () => {
  const items = itemsOf(
    [open, waiting, again].flatMap((row) => row ?? []),
    ({ id }) => (id === ids.solved ? { key: 'late', label: 'Late' } : { key: 'early', label: 'Early' }),
  )

  expect(items.map((item) => (item.kind === 'group' ? item.label : item.index))).toEqual(['Early', 0, 1, 'Late', 2])
  expect(topsOf(items, { group: 36, case: 44 })).toEqual([0, 36, 80, 124, 160, 204])
})

test.for([
  [0, 100, 0, [0, 3]],
  [100, 140, 0, [2, 4]],
  [100, 140, 1, [1, 5]],
  [900, 990, 2, [4, 6]],
] as const)('between %d and %d pixels, with %d to spare, these lines are drawn', ([from, to, spare, lines]) => {
  expect(windowOf([0, 44, 88, 132, 176, 220, 264], from, to, spare)).toEqual(lines)
})

test('nothing to draw is no line', () => {
  expect(windowOf([0], 0, 700, 8)).toEqual([0, 0])
})

test('a range grows and shrinks from where it began, beside what was chosen before', () => {
  const begun = toggled(toggled(noSelection, 'a'), 'c')
  const grown = extended(begun, ROWS, 'c', 'e')
  const shrunk = extended(grown, ROWS, 'e', 'd')

  expect([...grown.ids]).toEqual(['a', 'c', 'd', 'e'])
  expect([...shrunk.ids]).toEqual(['a', 'c', 'd'])
})

test('a range without an anchor begins where the focus was', () => {
  expect([...extended(noSelection, ROWS, 'b', 'c').ids]).toEqual(['b', 'c'])
})

test('choosing again lets go, and one choice takes the whole view back to what is shown', () => {
  const all = { ...allOf(ROWS), isWhole: true }
  const without = toggled(all, 'b')

  expect([...without.ids]).toEqual(['a', 'c', 'd', 'e'])
  expect(without.isWhole).toBe(false)
})
