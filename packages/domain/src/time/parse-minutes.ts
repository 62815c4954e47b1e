import { MINUTES_PER_ENTRY_MAX } from '@timedesk/contracts/limits'

export type MinutesRefusal = 'empty' | 'unreadable' | 'negative' | 'too_long'

export type ParsedMinutes = { ok: true; minutes: number } | { ok: false; reason: MinutesRefusal }

const MINUTES = /^(\d{1,6})\s*(?:m|min)?$/
const CLOCK = /^(\d{0,3}):(\d{2})$/
const HOURS = /^(\d{1,3})\s*[ht](?:\s*(\d{1,2})\s*(?:m|min)?)?$/
const DECIMAL_HOURS = /^(\d{0,3})[.,](\d{1,4})\s*[ht]?$/

/**
 * Reads a duration as people type it, and gives whole minutes.
 * `15`, `90m` are minutes; `1:30`, `1h15`, `1t15` (Danish) are hours and minutes;
 * a decimal separator makes hours: `1.5`, `1,5`, `.25`, rounded half up to the minute.
 * More than `max` is too long: unless told a day, which is the most for one entry. A form shows the reason, therefore it
 * is returned and never thrown.
 */
export function parseMinutes(text: string, max = MINUTES_PER_ENTRY_MAX): ParsedMinutes {
  const typed = text.trim().toLowerCase()
  if (typed === '') return { ok: false, reason: 'empty' }
  if (/^[-−]/.test(typed)) return { ok: false, reason: 'negative' }

  const minutes = readMinutes(typed)
  if (minutes === null) return { ok: false, reason: 'unreadable' }
  if (minutes > max) return { ok: false, reason: 'too_long' }
  return { ok: true, minutes }
}

function readMinutes(typed: string): number | null {
  const plain = MINUTES.exec(typed)
  if (plain) return Number(plain[1])

  const clock = CLOCK.exec(typed) ?? HOURS.exec(typed)
  if (clock) {
    const minutes = Number(clock[2] ?? 0)
    return minutes < 60 ? Number(clock[1]) * 60 + minutes : null
  }

  const decimal = DECIMAL_HOURS.exec(typed)
  return decimal ? decimalHours(decimal[1] ?? '', decimal[2] ?? '') : null
}

function decimalHours(whole: string, fraction: string): number {
  const scale = 10 ** fraction.length
  return Number(whole) * 60 + Math.floor((Number(fraction) * 60 * 2 + scale) / (scale * 2))
}
