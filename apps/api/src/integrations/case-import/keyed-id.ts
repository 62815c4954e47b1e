import { createHash } from 'node:crypto'

/**
 * A UUID of version 7 whose random part is a hash: the same happening of the same source always gets the same id, so
 * that an import which runs again finds what it wrote. Sorts by `at`, like any other id.
 */
export function keyedId(at: Date, ...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16)
  bytes.writeUIntBE(Math.max(0, at.getTime()), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
