const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * Clock time in one IANA zone. Clock times are given as if they were UTC, in milliseconds:
 * `Date.UTC(2026, 2, 29, 2, 30)` stands for half past two on that day, wherever it was.
 */
export type Zone = {
  readonly name: string
  /** Milliseconds to add to an instant to get the clock time there. */
  offsetAt(instantMs: number): number
  /** The instant of a clock time. See `createZone` for times that happen twice or never. */
  toInstant(clockMs: number): number
  /** The calendar date of an instant there, `YYYY-MM-DD`. */
  dateAt(instantMs: number): string
}

/** Whether the runtime knows an IANA zone by that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * A zone that remembers the offsets it looked up, since each look-up is dear.
 * A clock time that happens twice (clocks go back) means the first of the two instants.
 * One that never happens (clocks go forward) is moved on by the gap: 02:30 means 03:30.
 * Throws a RangeError for a name that is no zone.
 */
export function createZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const offsetByHour = new Map<number, number>()

  function lookUp(instantMs: number): number {
    const at = Math.floor(instantMs / 1000) * 1000
    return clockOf(format, at) - at
  }

  function offsetOfHour(hour: number): number {
    const known = offsetByHour.get(hour)
    if (known !== undefined) return known
    const offset = lookUp(hour * HOUR_MS)
    offsetByHour.set(hour, offset)
    return offset
  }

  /** An hour that begins and ends with the same offset has it throughout. */
  function offsetAt(instantMs: number): number {
    const hour = Math.floor(instantMs / HOUR_MS)
    const offset = offsetOfHour(hour)
    return offset === offsetOfHour(hour + 1) ? offset : lookUp(instantMs)
  }

  function offsetOfDay(day: number): number {
    return offsetAt(day * DAY_MS)
  }

  function toInstant(clockMs: number): number {
    const day = Math.floor(clockMs / DAY_MS)
    const before = offsetOfDay(day - 1)
    const after = offsetOfDay(day + 2)
    if (before === after) return clockMs - before
    // `before` gives the earlier instant of a fold, and carries a gap forward: it is tried first and last.
    const holds = [before, after].find((offset) => offsetAt(clockMs - offset) === offset)
    return clockMs - (holds ?? before)
  }

  return {
    name,
    offsetAt,
    toInstant,
    dateAt: (instantMs) => new Date(instantMs + offsetAt(instantMs)).toISOString().slice(0, 10),
  }
}

function clockOf(format: Intl.DateTimeFormat, instantMs: number): number {
  const parts = new Map(format.formatToParts(instantMs).map((part) => [part.type, part.value]))
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  const year = parts.get('era') === 'BC' ? 1 - number('year') : number('year')
  const clock = new Date(0)
  clock.setUTCFullYear(year, number('month') - 1, number('day'))
  return clock.setUTCHours(number('hour'), number('minute'), number('second'))
}
