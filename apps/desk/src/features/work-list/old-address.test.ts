import { parseQuery } from '@timedesk/domain/query/parse-query'
import { expect, test } from 'vitest'

import { isOldAddress, readAddress, writeAddress } from './address.ts'
import { renewAddress } from './old-address.ts'

const CUSTOMER = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c04'
const FIELD = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c06'

test.for([
  ['view=all', 'view=active', null],
  ['view=department&sort=due', 'view=team&sort=due', null],
  ['unread=true', 'view=mine', 'responsible:me is:active is:unread'],
  ['view=all&search=toner', 'view=active', 'toner'],
  ['view=all&status=new,gone,solved', 'view=active', 'status:new,solved'],
  ['view=all&status=gone', 'view=active', 'is:active'],
  ['view=unassigned&tag=blæk %26 papir', 'view=unassigned', 'responsible:none is:active tag:"blæk & papir"'],
  [`view=department&customer=${CUSTOMER}`, 'view=team', `department:mine is:active customer:${CUSTOMER}`],
  [`view=all&responsible=${CUSTOMER}&ended=true`, 'view=active', `responsible:${CUSTOMER}`],
  ['view=all&clock=risk&due=today', 'view=active', 'is:active is:atrisk due:..today'],
  ['view=all&due=2026-03-31', 'view=active', 'is:active due:..2026-03-31'],
  ['view=all&due=4h&clock=slow', 'view=active', 'is:active due:<4h'],
  [`view=all&field=${FIELD}:&ended=true`, 'view=active', `field.${FIELD}:none`],
  [`view=all&field=${FIELD}:1..5&field=device`, 'view=active', `is:active field.${FIELD}:1..5`],
  [`view=all&field=${FIELD}:Printer, upstairs`, 'view=active', `is:active field.${FIELD}:"Printer, upstairs"`],
] as const)('an address of old shows what it did: %s', ([old, now, q]) => {
  const renewed = renewAddress(new URLSearchParams(old))
  const { q: text, ...others } = readAddress(renewed)

  expect(isOldAddress(new URLSearchParams(old))).toBe(true)
  expect(isOldAddress(renewed)).toBe(false)
  expect(text).toBe(q)
  expect(writeAddress({ ...others, q: null }).toString()).toBe(now)
  expect(parseQuery(text ?? '').problems).toEqual([])
})

test('what an address does not know is as the view has it', () => {
  expect(readAddress(new URLSearchParams('view=team&sort=colour&group=mood'))).toEqual({
    ...{ view: 'team', q: null, sort: null, group: null },
  })
})

test.for([
  [{ view: 'inbox', q: null, sort: null, group: null }, ''],
  [{ view: 'team', q: '', sort: '-number', group: 'none' }, 'view=team&q=&sort=-number&group=none'],
] as const)('what is as usual is not in the address: %o', ([address, written]) => {
  expect(writeAddress(address).toString()).toBe(written)
  expect(readAddress(new URLSearchParams(written))).toEqual(address)
})
