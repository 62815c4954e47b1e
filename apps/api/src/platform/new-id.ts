import { randomFillSync } from 'node:crypto'

const ID_BYTES = 16
const DRAWN_AT_ONCE = 256

/** Randomness for many ids: asking for it is what an id costs most. */
const drawn = Buffer.alloc(ID_BYTES * DRAWN_AT_ONCE)
let used = drawn.length

/** A UUID of version 7 (RFC 9562): random, and in the order of its making, which keeps indexes compact. */
export function newId(now: number = Date.now()): string {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  const bytes = drawn.subarray(used, used + ID_BYTES)
  used += ID_BYTES
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
