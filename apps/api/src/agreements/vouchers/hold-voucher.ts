import { Refusal } from '@timedesk/contracts/refusal'
import type { PoolState } from '@timedesk/domain/cover/draw'
import type { LedgerRow } from '@timedesk/domain/vouchers/movements'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { dayAt } from '../company-day.ts'
import { stateColumns } from '../cover-pools.ts'
import type { Movement } from '../pools/append-ledger.ts'

/** A voucher with its pool, both held until the transaction ends. Units are minutes, cases or minor units of money. */
export type HeldVoucher = PoolState & {
  id: string
  name: string
  customerId: string
  agreementId: string
  unit: 'minutes' | 'cases' | 'money'
  currency: string
  state: 'ordered' | 'active' | 'cancelled'
  expiresOn: string | null
  /** The company's day. */
  today: string
}

/**
 * Holds vouchers for a movement: their customers first, so that nothing is registered or rated meanwhile, then their
 * pools in the order of ids, as everybody does. Resolves with those that exist, in the order asked for.
 */
export async function holdVouchers(tx: Tx, { now }: Context, ids: string[]): Promise<(HeldVoucher | undefined)[]> {
  await tx.rows(Prisma.sql`SELECT 1 FROM customer WHERE id IN (SELECT customer_id FROM voucher WHERE id = ANY(${ids}::uuid[]))
    ORDER BY id FOR UPDATE`)
  const held = await tx.rows<HeldVoucher>(Prisma.sql`SELECT v.id, pool.name, v.customer_id AS "customerId",
      v.agreement_id AS "agreementId", pool.unit, v.currency, v.state, pool.expires_on::text AS "expiresOn",
      ${stateColumns}, ${dayAt(now)}::text AS today
    FROM cover_pool pool JOIN voucher v ON v.id = pool.id CROSS JOIN company co
    WHERE v.id = ANY(${ids}::uuid[]) ORDER BY pool.id FOR UPDATE OF pool`)
  return ids.map((id) => held.find((voucher) => voucher.id === id))
}

/** One voucher, held. Refuses with `not_found`. */
export async function holdVoucher(tx: Tx, context: Context, id: string): Promise<HeldVoucher> {
  const [held] = await holdVouchers(tx, context, [id])
  if (held === undefined) throw new Refusal('not_found')
  return held
}

/** Refuses with `movement_refused` what is ordered, cancelled or past its last day: its units are none to move. */
export function requireLive({ name, state, expiresOn, today }: HeldVoucher): void {
  if (state === 'ordered') throw refuseMovement(`${name} is ordered and not active yet.`)
  if (state === 'cancelled') throw refuseMovement(`${name} is cancelled.`)
  if (expiresOn !== null && expiresOn < today) throw refuseMovement(`${name} has expired; extend it first.`)
}

export function refuseMovement(detail: string): Refusal {
  return new Refusal('movement_refused', { detail })
}

/** What a rule decided, as a row for the voucher's ledger. */
export function ledgerMovement(
  { id, customerId }: HeldVoucher,
  row: LedgerRow,
  told: Pick<Movement, 'kind'> & Partial<Movement>,
): Movement {
  return { ...told, ...row, customerId, poolId: id }
}
