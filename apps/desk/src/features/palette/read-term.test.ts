import { expect, test } from 'vitest'

import { best, fit } from './match-words.ts'
import { readTerm } from './read-term.ts'

test.for([
  ['printer', { kind: 'all', words: 'printer' }],
  ['> macro', { kind: 'actions', words: 'macro' }],
  ['#1042', { kind: 'number', words: '1042' }],
  ['@anna', { kind: 'person', words: 'anna' }],
  ['?', { kind: 'help', words: '' }],
  ['$mine print', { kind: 'list', names: ['mine'], words: 'print' }],
  ['$sene', { kind: 'list', names: ['late'], words: '' }],
  ['$s', { kind: 'list', names: ['late', 'soon', 'snoozed'], words: '' }],
] as const)('“%s” is read by its sign', ([typed, read]) => {
  expect(readTerm(typed)).toEqual(read)
})

test('labels are found by beginnings of words, by words in any order and without accents, and not by scattered letters', () => {
  expect(fit('chst', 'Change the status')).not.toBeNull()
  expect(fit('status change', 'Change the status')).not.toBeNull()
  expect(fit('losning', 'Skriv løsning')).not.toBeNull()
  expect(fit('assign', 'Dispatch', 'assign responsible')).not.toBeNull()
  expect(fit('xyz', 'Change the status')).toBeNull()
})

test('what begins with the word comes before what holds it', () => {
  expect(best(['Internal reply', 'Reply'], 'reply', (label) => [label])).toEqual(['Reply', 'Internal reply'])
})
