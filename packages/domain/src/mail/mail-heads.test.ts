import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAutomatic } from './is-automatic.ts'
import { messageIdsIn, referencesOf } from './message-ids.ts'
import { replyAddressOf, tokenInAddress } from './reply-address.ts'

const token = '0123456789abcdef0123456789abcdef'

test.for([
  ['help@fjordbyte.example', `help+s-${token}@fjordbyte.example`],
  ['Fjordbyte Help <help@fjordbyte.example>', `help+s-${token}@fjordbyte.example`],
  ['help+dk@fjordbyte.example', `help+dk+s-${token}@fjordbyte.example`],
])('answers to %s carry the token', ([mailbox, address]) => {
  expect(replyAddressOf(mailbox ?? '', token)).toBe(address)
  expect(tokenInAddress(address ?? '')).toBe(token)
  expect(tokenInAddress(`"Help, Fjordbyte" <${(address ?? '').toUpperCase()}>`)).toBe(token)
})

test.for(['help@fjordbyte.example', 'help+s-@x.example', `help+s-${token}0@x.example`, `x@help+s-${token}`, '', '<>'])(
  'no token is read from %j',
  (address) => {
    expect(tokenInAddress(address)).toBeNull()
  },
)

test('ids of earlier mails are read from any head, each once', () => {
  expect(messageIdsIn('<a@x>\r\n\t<b@x> (comment) <a@x>')).toEqual(['<a@x>', '<b@x>'])
  expect(messageIdsIn('none of them')).toEqual([])
})

test('an answer names the first mail of its conversation and the latest ones', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 60 }), (numbers) => {
      const earlier = numbers.map((number) => `<${String(number)}@x>`)
      const named = referencesOf(earlier)
      expect(named.length).toBe(Math.min(20, earlier.length))
      expect(named.at(0)).toBe(earlier.at(0))
      expect(named.slice(1)).toEqual(earlier.slice(1).slice(-19))
    }),
  )
})

test.for<[Record<string, string>, boolean]>([
  [{}, false],
  [{ 'auto-submitted': 'no' }, false],
  [{ 'auto-submitted': 'auto-replied' }, true],
  [{ 'auto-submitted': 'auto-generated; owner-email="a@x"' }, true],
  [{ 'return-path': '<>' }, true],
  [{ 'return-path': '<kim@x>' }, false],
  [{ precedence: 'bulk' }, true],
  [{ precedence: 'first-class' }, false],
  [{ 'content-type': 'multipart/report; report-type=delivery-status' }, true],
  [{ 'content-type': 'multipart/alternative' }, false],
  [{ 'x-autoreply': 'yes' }, true],
])('%j is written by a machine: %s', ([head, expected]) => {
  expect(isAutomatic((name) => head[name])).toBe(expected)
})
