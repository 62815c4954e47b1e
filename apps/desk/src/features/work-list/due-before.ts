/** Until when something is due, as the address says it: within hours, by the end of a day, or by the end of that day. */
export const DUE_WITHIN = ['4h', 'today', 'tomorrow', 'week'] as const
export type DueWithin = (typeof DUE_WITHIN)[number]

const HOURS = 4
const DAYS: Record<Exclude<DueWithin, '4h'>, number> = { today: 1, tomorrow: 2, week: 7 }
const DAY = /^\d{4}-\d{2}-\d{2}$/u

/** Whether an address may ask for what is due until then. */
export function isDueBefore(text: string): boolean {
  return DUE_WITHIN.some((within) => within === text) || DAY.test(text)
}

/**
 * The moment that is meant, in the reader's time zone. Hours count from the full hour, so that a list that is asked for
 * again a minute later is the same list.
 */
export function dueBefore(text: string, now: Date): string {
  const at = new Date(now)
  if (text === '4h') {
    at.setHours(at.getHours() + HOURS + 1, 0, 0, 0)
    return at.toISOString()
  }
  const within = DUE_WITHIN.find((one) => one === text)
  at.setHours(0, 0, 0, 0)
  if (within === undefined || within === '4h') {
    const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
    return new Date(year, month - 1, day + 1).toISOString()
  }
  at.setDate(at.getDate() + DAYS[within])
  return at.toISOString()
}
