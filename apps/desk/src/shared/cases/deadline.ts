/** How near a deadline is: `far` beyond half of the time there was, `near` below a quarter of it, `past` after it. */
export type Nearness = 'far' | 'coming' | 'near' | 'past'

const FAR_SHARE = 0.5
const NEAR_SHARE = 0.25

/** Says how near the deadline is, by the share that remains of the time between creation and deadline. */
export function nearnessOf(deadline: string, createdAt: string, now: Date): Nearness {
  const remaining = Date.parse(deadline) - now.getTime()
  if (remaining <= 0) return 'past'
  const share = remaining / Math.max(1, Date.parse(deadline) - Date.parse(createdAt))
  if (share > FAR_SHARE) return 'far'
  return share < NEAR_SHARE ? 'near' : 'coming'
}
