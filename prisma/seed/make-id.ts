import { createRandom, seedOf } from './random.ts'
import type { Random } from './random.ts'

const LONG_AGO = Date.UTC(2023, 0, 2, 8)

/** A UUID of version 7 whose random part comes from `random`. */
export function makeId(at: number, random: Random): string {
  const time = at.toString(16).padStart(12, '0')
  const hex = (digits: number) =>
    random
      .between(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, '0')
  const variant = (8 + random.between(0, 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
}

/** The same id for the same key, whatever the day. */
export function idOf(key: string): string {
  return makeId(LONG_AGO, createRandom(seedOf(key)))
}
