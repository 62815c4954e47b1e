const LOW_SHARE = 0.2

/** Whether so little of what was granted is left that somebody should look after it. */
export function isLow(available: number, granted: number): boolean {
  return available <= granted * LOW_SHARE
}
