import { expect, test } from 'vitest'

import { beginHistory, redo, undo, write } from './draft-history.ts'

test('steps are undone and done again in their order', () => {
  const history = write(write(beginHistory('a'), 'b'), 'c')

  expect(undo(history).present).toBe('b')
  expect(undo(undo(history)).present).toBe('a')
  expect(undo(undo(undo(history))).present).toBe('a')
  expect(redo(undo(undo(history))).present).toBe('b')
})

test('what is written after an undo takes the place of what was undone', () => {
  const history = write(undo(write(beginHistory('a'), 'b')), 'c')

  expect(redo(history).present).toBe('c')
  expect(undo(history).present).toBe('a')
})

test('edits of one text in a row are one step; an edit of another ends it', () => {
  const typed = write(write(write(beginHistory('S'), 'St', 'name'), 'Sta', 'name'), 'Sta!', 'other')

  expect(undo(typed).present).toBe('Sta')
  expect(undo(undo(typed)).present).toBe('S')
})

test('an edit that changes nothing is no step', () => {
  expect(write(beginHistory({ days: 3 }), { days: 3 }).past).toEqual([])
})
