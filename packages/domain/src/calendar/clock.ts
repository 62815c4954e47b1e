const MINUTES_PER_HOUR = 60

/** Minutes since midnight of a clock time such as `08:00`; the day ends at `24:00`. */
export function clockMinutes(clock: string): number {
  const [hours = '', minutes = ''] = clock.split(':')
  return Number(hours) * MINUTES_PER_HOUR + Number(minutes)
}

/** The clock time of minutes since midnight: `480` is `08:00`, `1440` is `24:00`. */
export function clockText(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_PER_HOUR)
  return `${String(hours).padStart(2, '0')}:${String(minutes % MINUTES_PER_HOUR).padStart(2, '0')}`
}
