import { expect, test } from 'vitest'
import { levelsOf } from './type-cards.tsx'

const types = [
  { id: 'error', name: 'Error', parentId: null },
  { id: 'question', name: 'Question', parentId: null },
  { id: 'ledger', name: 'Error in Ledger', parentId: 'error' },
]
const idsOf = (value: string | null) =>
  levelsOf(types, value).map(({ options, chosenId }) => [options.map(({ id }) => id), chosenId])

test('a choice with more below it opens another row of cards', () => {
  expect(idsOf(null)).toEqual([[['error', 'question'], null]])
  expect(idsOf('question')).toEqual([[['error', 'question'], 'question']])
  expect(idsOf('error')).toEqual([
    [['error', 'question'], 'error'],
    [['ledger'], null],
  ])
  expect(idsOf('ledger')).toEqual([
    [['error', 'question'], 'error'],
    [['ledger'], 'ledger'],
  ])
})

test('a type that is gone counts as none', () => {
  expect(idsOf('gone')).toEqual([[['error', 'question'], null]])
})
