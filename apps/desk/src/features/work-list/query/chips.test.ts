import { expect, test } from 'vitest'

import { chipsOf, valuesOf, withoutChip, withTerms, withValues } from './chips.ts'

const INBOX = 'is:mine is:active (is:unread or status:new)'

const shown = (text: string, view = '') =>
  chipsOf(text, view).map((chip) => (chip.isOfView ? 'view' : chip.node === null ? `locked ${chip.text}` : chip.text))

test.for([
  ['', []],
  ['printer -tag:spam status:new,open', ['printer', '-tag:spam', 'status:new,open']],
  ['"out of paper" (is:unread or tag:vip)', ['"out of paper"', 'locked (is:unread or tag:vip)']],
  ['is:unread or tag:vip', ['locked is:unread or tag:vip']],
  ['mood:good is:mine', ['locked mood:good', 'is:mine']],
  ['is:mine (tag:vip', ['is:mine', 'locked (tag:vip']],
] as const)('“%s” falls into its parts', ([text, chips]) => {
  expect(shown(text)).toEqual(chips)
})

test('what the view says itself is known as its own, as long as all of it is there', () => {
  expect(shown(`${INBOX} tag:vip`, INBOX)).toEqual(['view', 'view', 'view', 'tag:vip'])
  expect(shown('is:mine is:active tag:vip', INBOX)).toEqual(['is:mine', 'is:active', 'tag:vip'])
})

test('a part is taken away where it stands, though the same stands there twice', () => {
  const [first] = chipsOf('tag:vip  is:mine tag:vip', '')

  expect(first && withoutChip('tag:vip  is:mine tag:vip', first)).toBe('is:mine tag:vip')
  expect(withTerms('is:mine', ' printer ')).toBe('is:mine printer')
})

test.for([
  ['is:active', ['new', 'open'], 'is:active status:new,open'],
  ['status:open is:active', ['new'], 'status:new is:active'],
  ['status:open is:active', [], 'is:active'],
  ['-status:open', ['new'], '-status:open status:new'],
] as const)('the form writes its values into “%s”', ([text, values, written]) => {
  expect(withValues(text, 'status', values)).toBe(written)
})

test('the form reads values as they are written, in quotes where they need them', () => {
  expect(valuesOf('customer:"Nordlys, Nord",Vest is:mine', 'customer')).toEqual(['"Nordlys, Nord"', 'Vest'])
  expect(valuesOf('-customer:Vest', 'customer')).toEqual([])
})
