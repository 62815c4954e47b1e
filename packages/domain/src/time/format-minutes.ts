/** Writes minutes as hours and minutes, `90` as `1:30`, without a locale; `parseMinutes` reads it back. */
export function formatMinutes(minutes: number): string {
  const size = Math.abs(minutes)
  const hours = Math.floor(size / 60)
  return `${minutes < 0 ? '-' : ''}${String(hours)}:${String(size % 60).padStart(2, '0')}`
}
