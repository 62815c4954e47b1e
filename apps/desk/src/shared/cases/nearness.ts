import type { CaseDue } from '@timedesk/contracts/work-list'

/**
 * How near a clock is to its target: `far` before half of it is used, `near` once three quarters are, `past` after it,
 * `paused` while nothing runs out.
 */
export type Nearness = 'far' | 'coming' | 'near' | 'past' | 'paused'

const COMING_SHARE = 50
const NEAR_SHARE = 75
const WHOLE_SHARE = 100

/** Says how near something due is; what was read a while ago is past once its moment is. */
export function nearnessOf({ at, state, share }: Pick<CaseDue, 'at' | 'state' | 'share'>, now: Date): Nearness {
  const isPast = (at !== null && Date.parse(at) <= now.getTime()) || (share ?? 0) >= WHOLE_SHARE
  if (isPast) return 'past'
  if (state === 'paused' || at === null) return 'paused'
  if (share === null || share < COMING_SHARE) return 'far'
  return share < NEAR_SHARE ? 'coming' : 'near'
}
