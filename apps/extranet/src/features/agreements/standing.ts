import type { ExtranetAgreement, ExtranetPool } from '@timedesk/contracts/extranet-agreements'

/** A share of what was granted at which little is left. */
const LITTLE = 0.2

/** What a reader wants to know of first: what can be used or is ordered; else the one that was used up last. */
export function presentPools({ pools }: Pick<ExtranetAgreement, 'pools'>): ExtranetPool[] {
  const present = pools.filter(({ state }) => state === 'active' || state === 'ordered')
  return present.length > 0 ? present : pools.filter(({ state }) => state === 'exhausted').slice(0, 1)
}

/** The periods that are not over, the nearest first; at least the latest one. */
export function presentPeriods(
  { periods }: Pick<ExtranetAgreement, 'periods'>,
  day: string,
): ExtranetAgreement['periods'] {
  const present = periods.filter(({ to }) => to >= day).toReversed()
  return present.length > 0 ? present : periods.slice(0, 1)
}

/** Whether a balance is kept from the reader. Unlimited work has none. */
export function isHidden({ available, unit }: Pick<ExtranetPool, 'available' | 'unit'>): boolean {
  return available === null && unit !== 'unlimited'
}

/** Whether a pool runs out at its present pace before it expires anyway. */
export function runsOut(pool: ExtranetPool): pool is ExtranetPool & { emptyOn: string } {
  const { state, emptyOn, expiresOn } = pool
  return state === 'active' && emptyOn !== null && (expiresOn === null || emptyOn < expiresOn)
}

/** How full a pool is: the share that is left, and whether that is little. */
export function levelOf({ available, granted }: { available: number; granted: number }) {
  const share = granted > 0 ? Math.min(1, Math.max(0, available / granted)) : 0
  return { share, kind: share === 0 ? 'empty' : share <= LITTLE ? 'little' : 'plenty' } as const
}
