const MINUTE_MS = 60_000
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** A minute as a clock on the wall shows it. */
export type WallMinute = { day: string; weekday: number; minute: number }

export type WallClock = { knows: (at: number) => boolean; read: (at: number) => WallMinute }

/** Reads every minute of a window off the runtime's own clock of a zone. */
export function hangWallClock(zone: string, from: string, to: string): WallClock {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  } as const)
  const minutes: WallMinute[] = []
  let today: WallMinute['day'] = ''
  for (let at = fromMs; at < toMs; at += MINUTE_MS) {
    // `Fri, 27/03/2026, 08:05`
    const [, name = '', date = '', month = '', year = '', hour = '', minute = ''] =
      /^(\w+), (\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/u.exec(format.format(at)) ?? []
    const day = `${year}-${month}-${date}`
    today = day === today ? today : day
    minutes.push({ day: today, weekday: WEEKDAYS.indexOf(name) + 1, minute: Number(hour) * 60 + Number(minute) })
  }
  const placeOf = (at: number) => Math.floor((at - fromMs) / MINUTE_MS)
  return {
    knows: (at) => at >= fromMs && at < toMs,
    read: (at) => {
      const minute = minutes[placeOf(at)]
      if (minute === undefined) throw new RangeError(`No such minute: ${new Date(at).toISOString()}`)
      return minute
    },
  }
}

/** Danish holidays as the law and the almanac have them, copied from there. */
export const almanac: ReadonlySet<string> = new Set([
  ...['2023-04-06', '2023-04-07', '2023-04-09', '2023-04-10', '2023-05-05', '2023-05-18', '2023-05-28', '2023-05-29'],
  ...['2025-12-25', '2025-12-26', '2026-01-01'],
  ...['2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-14', '2026-05-24', '2026-05-25'],
  ...['2026-12-25', '2026-12-26', '2027-01-01'],
])
