import { createZone } from '../time/zone.ts'

const TOKENS: Record<string, string> = {
  YYYY: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{2})`,
  D: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d{2})`,
  H: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{2})`,
  ss: String.raw`(?<second>\d{2})`,
  SSS: String.raw`(?<millisecond>\d{3})`,
  Z: String.raw`(?<offset>Z|[+-]\d{2}:?\d{2})`,
}
const TOKEN = /YYYY|MM|M|DD|D|HH|H|mm|ss|SSS|Z/g

/** Reads a time as one source writes it; null when it is none, such as 30 February or 25 o'clock. */
export type TimeReader = (text: string) => Date | null

/** Whether a format names each token once at most, and a full date at least. */
export function isTimeFormat(format: string): boolean {
  const parts = (format.match(TOKEN) ?? []).map((token) => token.charAt(0) + (token === 'mm' ? 'in' : ''))
  return new Set(parts).size === parts.length && ['Y', 'M', 'D'].every((part) => parts.includes(part))
}

/**
 * Makes a reader for times such as `YYYY/MM/DD HH:mm:ss.SSS`, told in an IANA zone unless the text has an offset
 * of its own (`Z`). Of an hour that happens twice the first is meant; one that the clocks skip moves on by the gap.
 * Throws a RangeError for a format or a zone that is none.
 */
export function createTimeReader(format: string, zoneName: string): TimeReader {
  if (!isTimeFormat(format)) throw new RangeError(`Not a format of a time: ${format}`)
  const zone = createZone(zoneName)
  const pattern = compile(format)

  return (text) => {
    const groups = pattern.exec(text.trim())?.groups
    if (groups === undefined) return null
    const clockMs = readClock(groups)
    if (clockMs === null) return null
    const instant = groups.offset === undefined ? zone.toInstant(clockMs) : clockMs - readOffset(groups.offset)
    return new Date(instant)
  }
}

function compile(format: string): RegExp {
  let source = ''
  let from = 0
  for (const match of format.matchAll(TOKEN)) {
    source += literally(format.slice(from, match.index)) + (TOKENS[match[0]] ?? '')
    from = match.index + match[0].length
  }
  return new RegExp(`^${source}${literally(format.slice(from))}$`)
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}

function readClock(groups: Record<string, string | undefined>): number | null {
  const part = (name: string) => Number(groups[name] ?? 0)
  const [month, day, hour] = [part('month') - 1, part('day'), part('hour')]
  if (hour > 23 || part('minute') > 59 || part('second') > 59) return null
  const clock = new Date(0)
  clock.setUTCFullYear(part('year'), month, day)
  // A date that the calendar lacks would silently become one of the next month.
  if (clock.getUTCMonth() !== month) return null
  return clock.setUTCHours(hour, part('minute'), part('second'), part('millisecond'))
}

function readOffset(offset: string): number {
  if (offset === 'Z') return 0
  const digits = offset.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}
