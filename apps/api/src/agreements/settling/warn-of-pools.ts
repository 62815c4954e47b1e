import { expiryWarningsDue } from '@timedesk/domain/vouchers/expiry'
import { thresholdsCrossed, thresholdsRearmed } from '@timedesk/domain/vouchers/thresholds'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { HeldAgreement } from '../hold-agreement.ts'
import { giveWarnings, type Warning } from '../warnings/give-warnings.ts'
import type { HeldPool } from './hold-pools.ts'

type Held = { agreement: HeldAgreement; pools: readonly HeldPool[] }

/** Warns of pools that are nearly used, used up, or about to expire (R26, R29). */
export async function warnOfPools(
  tx: Tx,
  context: Context,
  { agreement, pools }: Held,
  publicUrl: string,
): Promise<void> {
  const { today } = agreement
  for (const pool of pools.filter((held) => holdsOn(held, today))) {
    await giveWarnings(tx, context, agreement, useWarnings(pool, agreement), publicUrl)
    await giveWarnings(tx, context, agreement, expiryWarnings(pool, agreement), publicUrl)
  }
}

/** Whether work of today draws from it as its own: what a quota carries on is not warned of again. */
function holdsOn({ isOpen, validFrom, expiresOn, ownUntil }: HeldPool, today: string): boolean {
  return isOpen && validFrom <= today && today <= (ownUntil ?? expiresOn ?? today)
}

/**
 * The thresholds that its use has reached, the highest last, and that it is used up. Each counts once since the pool was
 * last filled so that it was not reached (R29): that filling is part of its key.
 */
function useWarnings(pool: HeldPool, { terms, currency }: HeldAgreement): Warning[] {
  const { id: poolId, name, unit, granted, balance, fillings } = pool
  if (unit === 'unlimited') return []
  const unitsOf = (count: number) => ({ unit, count, currency })
  const use = { bought: granted, thresholds: terms.thresholds, fired: [] }
  const reached = thresholdsCrossed(use, { before: granted, after: balance }).map((percent): Warning => {
    const armed = fillings.findLast(
      (filling) => thresholdsRearmed({ bought: filling.granted, fired: [percent] }, filling.balance).length > 0,
    )
    const news = {
      kind: 'threshold' as const,
      pool: name,
      percent,
      granted: unitsOf(granted),
      available: unitsOf(balance),
    }
    return { key: `threshold:${poolId}:${String(percent)}:${String(armed?.sequence ?? 0)}`, poolId, news }
  })
  const last = fillings.at(-1)
  if (balance > 0 || last === undefined) return reached
  const news = { kind: 'empty' as const, pool: name, granted: unitsOf(granted) }
  return [...reached, { key: `empty:${poolId}:${String(last.sequence)}`, poolId, news }]
}

/** What a voucher has left is worth telling of 60, 30 and 7 days before it dies. */
function expiryWarnings({ id, kind, unit, name, expiresOn, balance }: HeldPool, held: HeldAgreement): Warning[] {
  if (kind !== 'voucher' || unit === 'unlimited' || expiresOn === null || balance === 0) return []
  const available = { unit, count: balance, currency: held.currency }
  return expiryWarningsDue(expiresOn, [], held.today).map((days) => ({
    key: `expiry:${id}:${expiresOn}:${String(days)}`,
    poolId: id,
    news: { kind: 'expiry', pool: name, expiresOn, available },
  }))
}
