import { unitsToExpire } from '@timedesk/domain/subscriptions/quota'
import { expire } from '@timedesk/domain/vouchers/movements'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { HeldAgreement } from '../hold-agreement.ts'
import { appendLedger } from '../pools/append-ledger.ts'
import { tellVoucher } from '../vouchers/tell-voucher.ts'
import { giveWarnings } from '../warnings/give-warnings.ts'
import type { HeldPool } from './hold-pools.ts'

type Held = { agreement: HeldAgreement; pools: readonly HeldPool[] }

/**
 * Lets units die whose time is over, by the company's days: all that is left after a pool's last day, whose price is
 * then earned as breakage (R26), and of a quota what may not pass the end of its own period (R38).
 */
export async function expirePools(
  tx: Tx,
  context: Context,
  { agreement, pools }: Held,
  publicUrl: string,
): Promise<void> {
  const { today } = agreement
  for (const pool of pools) {
    const units = unitsDying(pool, today)
    if (units > 0) await expireUnits(tx, context, agreement, { pool, units }, publicUrl)
    if (pool.ownUntil !== null && pool.ownUntil < today && !pool.isTrimmed)
      await tx.rows(Prisma.sql`UPDATE cover_pool SET is_trimmed = true WHERE id = ${pool.id}::uuid`)
  }
}

/** A voucher that is not activated yet waits; a quota whose plan has ended before it began is lost. */
function unitsDying(pool: HeldPool, today: string): number {
  if (pool.unit === 'unlimited') return 0
  if (!pool.isOpen) return pool.kind === 'quota' ? pool.balance : 0
  return unitsToExpire(pool, today)
}

async function expireUnits(
  tx: Tx,
  context: Context,
  agreement: HeldAgreement,
  { pool, units }: { pool: HeldPool; units: number },
  publicUrl: string,
): Promise<void> {
  const { id: agreementId, customerId, currency } = agreement
  await appendLedger(tx, context, [{ ...expire(pool, units).row, kind: 'expire', customerId, poolId: pool.id }])
  const { id, kind, name, unit, expiresOn } = pool
  if (kind !== 'voucher' || unit === 'unlimited' || expiresOn === null) return
  await tellVoucher(tx, context, { id, name, agreementId, customerId }, { movement: 'expired', units: -units })
  const news = { kind: 'expired' as const, pool: name, expiresOn, units: { unit, count: units, currency } }
  await giveWarnings(tx, context, agreement, [{ key: `expired:${id}:${expiresOn}`, poolId: id, news }], publicUrl)
}
