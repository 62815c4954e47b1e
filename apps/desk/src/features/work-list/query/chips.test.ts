import { expect, test } from 'vitest'

import { chipsLeftOut, chipsOf, valuesOf, withLeftOut, withoutChip, withTerms, withValues } from './chips.ts'

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

test('what the view says itself is known as its own, and so is what was left out of it', () => {
  const leftOut = (text: string, view: string) => chipsLeftOut(text, view).map((chip) => chip.text)
  expect(shown(`${INBOX} tag:vip`, INBOX)).toEqual(['view', 'view', 'view', 'tag:vip'])
  expect(leftOut(`${INBOX} tag:vip`, INBOX)).toEqual([])
  expect(shown('is:mine is:active tag:vip', INBOX)).toEqual(['view', 'view', 'tag:vip'])
  expect(leftOut('is:mine is:active tag:vip', INBOX)).toEqual(['(is:unread or status:new)'])
  expect(leftOut('', INBOX)).toHaveLength(3)
  const [first] = chipsLeftOut('customer:Vest', 'is:active')
  expect(first && withLeftOut('customer:Vest', first)).toBe('is:active customer:Vest')
})

test('a choice between alternatives goes into brackets beside something else', () => {
  const view = 'is:unread or tag:vip'
  const narrowed = withTerms(view, 'printer')
  expect(narrowed).toBe('(is:unread or tag:vip) printer')
  expect(shown(narrowed, view)).toEqual(['view', 'printer'])
  const [first] = chipsLeftOut('printer or mail', 'is:active')
  expect(first && withLeftOut('printer or mail', first)).toBe('is:active (printer or mail)')
  expect(withTerms(view, ' ')).toBe(view)
})

test('a part that lacks a value is locked', () => {
  expect(shown('status:open, printer')).toEqual(['locked status:open,', 'printer'])
  expect(shown('printer status:')).toEqual(['printer', 'locked status:'])
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
