import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'

type Family = 4 | 6
type Address = { address: string; family: Family }

/** Where no card is ever asked: this host by no address, neighbours of the cable (cloud metadata too), many at once, nobody. */
const NEVER_4 = [
  ...['0.0.0.0/8', '169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32'],
  ...['192.0.0.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]
const NEVER_6 = [
  '::/128',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
  'fd00:ec2::254/128',
  '100::/64',
  '2001::/32',
  '64:ff9b:1::/48',
]

/** Where a card is asked only if the installation allows it: this machine, and networks that are not the world's. */
const PRIVATE_4 = [
  ...['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
  ...['198.18.0.0/15', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'],
]
const PRIVATE_6 = ['::1/128', 'fc00::/7', '2001:db8::/32']

/** IPv6 ranges that hold an IPv4 address behind so many bits: mapped, compatible, translated (NAT64) and 6to4. */
const EMBEDDING = [
  { bits: 96, address: (high: string, low: string) => `::ffff:${high}:${low}` },
  { bits: 96, address: (high: string, low: string) => `::${high}:${low}` },
  { bits: 96, address: (high: string, low: string) => `64:ff9b::${high}:${low}` },
  { bits: 16, address: (high: string, low: string) => `2002:${high}:${low}::` },
]

const never = listOf(NEVER_4, NEVER_6)
const ours = listOf(PRIVATE_4, PRIVATE_6)

function listOf(ranges4: readonly string[], ranges6: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges6) {
    const [network = '', bits = '0'] = range.split('/')
    list.addSubnet(network, Number(bits), 'ipv6')
  }
  for (const range of ranges4) {
    const [network = '', bits = '0'] = range.split('/')
    list.addSubnet(network, Number(bits), 'ipv4')
    const [high, low] = halvesOf(network)
    for (const { bits: before, address } of EMBEDDING) list.addSubnet(address(high, low), before + Number(bits), 'ipv6')
  }
  return list
}

/** The two halves of an IPv4 address, as IPv6 writes them. */
function halvesOf(address: string): [string, string] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)]
}

/** Whether a card may be asked there. */
export function mayAsk({ address, family }: Address, allowsPrivate: boolean): boolean {
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  // ::1 lies in the range of compatible addresses of 0.0.0.0/8, and is this machine all the same.
  if (family === 6 && isLoopback6(address)) return allowsPrivate
  return !never.check(address, kind) && (allowsPrivate || !ours.check(address, kind))
}

const loopback6 = new BlockList()
loopback6.addAddress('::1', 'ipv6')
const isLoopback6 = (address: string) => loopback6.check(address, 'ipv6')

/**
 * The addresses behind the host of a URL; null when a card may not be asked at one of them. A name is resolved here,
 * once: whoever connects has to keep to the answer, since the next one might be another.
 */
export async function resolveTarget(url: URL, allowsPrivate: boolean): Promise<Address[] | null> {
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1')
  const literal = isIP(host)
  const found = literal === 0 ? await lookup(host, { all: true }) : [{ address: host, family: literal }]
  const addresses = found.map(({ address, family }): Address => ({ address, family: family === 6 ? 6 : 4 }))
  return addresses.length > 0 && addresses.every((address) => mayAsk(address, allowsPrivate)) ? addresses : null
}

/** Answers whoever connects with the addresses that were found allowed, whatever the name says by now. */
export function lookupOf(addresses: readonly [Address, ...Address[]]): LookupFunction {
  return (_name, { all }, answer) => {
    if (all === true) answer(null, [...addresses])
    else answer(null, addresses[0].address, addresses[0].family)
  }
}
