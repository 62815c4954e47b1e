import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookupOf, mayAsk, resolveTarget } from './address-guard.ts'

const four = (address: string) => ({ address, family: 4 }) as const
const six = (address: string) => ({ address, family: 6 }) as const

test.for([
  ['0.0.0.0', false, false],
  ['10.0.0.1', false, true],
  ['100.64.0.1', false, true],
  ['100.100.100.200', false, false],
  ['127.0.0.1', false, true],
  ['169.254.169.254', false, false],
  ['172.15.255.255', true, true],
  ['172.16.0.1', false, true],
  ['172.32.0.1', true, true],
  ['192.0.0.192', false, false],
  ['192.168.1.10', false, true],
  ['198.18.0.1', false, true],
  ['224.0.0.1', false, false],
  ['255.255.255.255', false, false],
  ['8.8.8.8', true, true],
] as const)('%s: asked %s, and %s where private targets are allowed', ([address, strictly, freely]) => {
  expect([mayAsk(four(address), false), mayAsk(four(address), true)]).toEqual([strictly, freely])
})

test.for([
  ['::', false, false],
  ['::1', false, true],
  ['fe80::1', false, false],
  ['fc00::1', false, true],
  ['fd12:3456::1', false, true],
  ['fd00:ec2::254', false, false],
  ['ff02::1', false, false],
  ['2001:db8::1', false, true],
  ['2001::1', false, false],
  ['64:ff9b::808:808', true, true],
  ['64:ff9b:1::1', false, false],
  ['2a00:1450:4001::1', true, true],
] as const)('%s: asked %s, and %s where private targets are allowed', ([address, strictly, freely]) => {
  expect([mayAsk(six(address), false), mayAsk(six(address), true)]).toEqual([strictly, freely])
})

const octet = fc.integer({ min: 0, max: 255 })
const anyAddress = fc.tuple(octet, octet, octet, octet)

/** The ranges once more, by hand: whether an IPv4 address is never asked, private, or of the world. */
function rangeOf([a, b, c, d]: [number, number, number, number]): 'never' | 'private' | 'world' {
  if (a === 0 || a >= 224 || (a === 169 && b === 254) || (a === 192 && b === 0 && c === 0)) return 'never'
  if (a === 100 && b === 100 && c === 100 && d === 200) return 'never'
  if (a === 168 && b === 63 && c === 129 && d === 16) return 'never'
  if (a === 10 || a === 127 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32)) return 'private'
  if ((a === 100 && b >= 64 && b < 128) || (a === 198 && (b === 18 || b === 19))) return 'private'
  const isOfBooks = (a === 192 && b === 0 && c === 2) || (a === 198 && b === 51 && c === 100)
  return isOfBooks || (a === 203 && b === 0 && c === 113) ? 'private' : 'world'
}

/** Addresses in and around the ranges, which chance alone would hardly meet. */
const nearAddress = fc.tuple(
  fc.constantFrom(0, 9, 10, 11, 100, 127, 169, 172, 192, 198, 203, 223, 224, 255),
  fc.constantFrom(0, 15, 16, 18, 19, 31, 32, 51, 63, 64, 100, 127, 128, 168, 254),
  fc.constantFrom(0, 1, 2, 100, 113, 255),
  fc.constantFrom(0, 1, 200, 255),
)

test('an IPv4 address is judged by its range, and so is any IPv6 address that stands for it', () => {
  fc.assert(
    fc.property(fc.oneof(anyAddress, nearAddress), ([a, b, c, d]) => {
      const range = rangeOf([a, b, c, d])
      const verdict = [range === 'world', range !== 'never']
      const dotted = [a, b, c, d].join('.')
      const hex = [a * 256 + b, c * 256 + d].map((half) => half.toString(16)).join(':')
      for (const address of [
        four(dotted),
        six(`::ffff:${dotted}`),
        six(`::ffff:${hex}`),
        six(`64:ff9b::${hex}`),
        six(`2002:${hex}::1`),
      ])
        expect([address.address, mayAsk(address, false), mayAsk(address, true)]).toEqual([address.address, ...verdict])
    }),
    { numRuns: 500 },
  )
})

test('unique local, link-local and multicast addresses are never of the world', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
  const tail = fc.array(group, { minLength: 7, maxLength: 7 }).map((groups) => groups.join(':'))
  const head = fc.oneof(
    fc.integer({ min: 0xfc00, max: 0xfdff }),
    fc.integer({ min: 0xfe80, max: 0xfeff }),
    fc.integer({ min: 0xff00, max: 0xffff }),
  )
  fc.assert(
    fc.property(head, tail, (first, rest) => !mayAsk(six(`${first.toString(16)}:${rest}`), false)),
    { numRuns: 500 },
  )
})

test.for(['http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://[::ffff:7f00:1]/', 'http://localhost/'])(
  '%s is this machine, however it is written',
  async (address) => {
    expect(await resolveTarget(new URL(address), false)).toBeNull()
    expect(await resolveTarget(new URL(address), true)).not.toBeNull()
  },
)

test('whoever connects gets the addresses that were looked at, whatever name they ask for', () => {
  const found = [four('8.8.8.8'), six('2a00:1450:4001::1')] as const
  const answers: unknown[] = []
  const lookup = lookupOf(found)
  lookup('rebound.example', { all: true }, (_error, addresses) => answers.push(addresses))
  lookup('rebound.example', {}, (_error, address, family) => answers.push([address, family]))
  expect(answers).toEqual([[...found], ['8.8.8.8', 4]])
})
