import { expect, test } from 'vitest'
import { descriptionOf, whyNotSplit, type SplitCandidate } from './why-not-split.ts'

const message = (id: string, given: Partial<SplitCandidate> = {}): SplitCandidate => ({
  id,
  kind: 'reply',
  isSplit: false,
  ...given,
})

test.each<[string, string[], SplitCandidate[], RegExp | null]>([
  ['a reply', ['a'], [message('a')], null],
  ['a reply that is named twice', ['a', 'a'], [message('a')], null],
  ['a note with a reply', ['a', 'b'], [message('a', { kind: 'note' }), message('b')], null],
  ['notes alone', ['a'], [message('a', { kind: 'note' })], /public message/u],
  ['what is not there', ['a', 'b'], [message('a')], /not of this case/u],
  ['what was split off before', ['a', 'b'], [message('a'), message('b', { isSplit: true })], /before/u],
])('whether %s can be split off', (_, wanted, found, why) => {
  if (why === null) expect(whyNotSplit(wanted, found)).toBeNull()
  else expect(whyNotSplit(wanted, found)).toMatch(why)
})

test('the new case begins with the first public message', () => {
  expect(descriptionOf([message('a', { kind: 'note' }), message('b'), message('c')])?.id).toBe('b')
  expect(descriptionOf([message('a', { kind: 'note' })])).toBeUndefined()
})
