import { Refusal } from '@timedesk/contracts/refusal'
import type { sellVoucher as contract } from '@timedesk/contracts/vouchers'
import { sell } from '@timedesk/domain/vouchers/movements'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { readAmount } from '../../platform/read-amount.ts'
import { priceText } from '../../platform/read-rate.ts'
import { holdAgreement, type HeldAgreement } from '../hold-agreement.ts'
import { appendLedger } from '../pools/append-ledger.ts'
import { rateAgain } from '../rate-again.ts'
import { refusedTerm } from '../terms.ts'

type Sale = z.output<typeof contract.body>
type NewVoucher = Omit<Sale, 'price' | 'validFrom'> & {
  id: string
  agreementId: string
  price: number
  validFrom: string
}

/**
 * Sells units under a voucher agreement: they cover work from their first day on, and their price is owed until it is
 * drawn (R25). One that is activated at its posting or payment is ordered until then. Overage that waits is covered by
 * it at once, oldest first. Resolves with the voucher's id. Refuses an agreement that is settled in another way, is
 * not active or ends before; a last day before the first; and money that is not the agreement's.
 */
export async function sellVoucher(
  tx: Tx,
  context: Context,
  { agreementId, ...sale }: { agreementId: string } & Sale,
): Promise<string> {
  const seller = await holdAgreement(tx, agreementId, context.now)
  const { customerId, currency, today } = seller
  const voucher = { ...sale, id: context.newId(), agreementId, validFrom: sale.validFrom ?? today }
  requireSaleable(seller, voucher)
  const price = readAmount(sale.price, currency, '/body/price')
  const name = await insertVoucher(tx, context, seller, { ...voucher, price })
  const { row } = sell(sale.quantity, price)
  await appendLedger(tx, context, [{ ...row, kind: 'sale', customerId, poolId: voucher.id }])
  await appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId }, [
    {
      type: 'voucher.sold',
      name,
      unit: sale.unit,
      quantity: sale.quantity,
      price: priceText(price, currency),
    },
  ])
  if (sale.activateOn === 'sale') await rateAgain(tx, context, customerId, { heldOverage: true })
  return voucher.id
}

function requireSaleable(
  { settlement, state, terms: { validTo } }: HeldAgreement,
  { validFrom, expiresOn }: Pick<NewVoucher, 'validFrom' | 'expiresOn'>,
): void {
  if (settlement !== 'voucher')
    throw new Refusal('settlement_refused', { detail: 'Vouchers are sold under agreements that are settled by them.' })
  if (state !== 'active') throw new Refusal('agreement_state_refused', { detail: 'The agreement is not active.' })
  if (validTo !== null && validTo < validFrom)
    throw new Refusal('agreement_state_refused', { detail: 'The agreement ends before the voucher begins.' })
  if (expiresOn !== null && expiresOn < validFrom)
    throw refusedTerm('/body/expiresOn', 'too_early', 'A voucher cannot expire before it begins.')
}

/** Pool and voucher, which are known by the voucher's number; the ledger fills the pool. */
async function insertVoucher(tx: Tx, { now }: Context, seller: HeldAgreement, voucher: NewVoucher): Promise<string> {
  const isActive = voucher.activateOn === 'sale'
  const [made] = await tx.rows<{ name: string }>(Prisma.sql`WITH named AS (
      SELECT nextval('voucher_number_seq')::int AS number
    ), pool AS (
      INSERT INTO cover_pool (id, customer_id, agreement_id, kind, name, unit, valid_from, expires_on, order_number, is_open)
      SELECT ${voucher.id}::uuid, ${seller.customerId}::uuid, ${voucher.agreementId}::uuid, 'voucher', 'V-' || number, ${voucher.unit},
        ${voucher.validFrom}::date, ${voucher.expiresOn}::date, number, ${isActive} FROM named
      RETURNING name
    ), sold AS (
      INSERT INTO voucher (id, number, customer_id, agreement_id, quantity, price, currency, state, activate_on, vat_timing, sold_on,
        activated_on, remarks, created_at)
      SELECT ${voucher.id}::uuid, number, ${seller.customerId}::uuid, ${voucher.agreementId}::uuid, ${voucher.quantity}::bigint,
        ${voucher.price}::bigint, ${seller.currency}, ${isActive ? 'active' : 'ordered'}, ${voucher.activateOn}, ${voucher.vatTiming},
        ${seller.today}::date, ${isActive ? seller.today : null}::date, ${voucher.remarks}, ${now}::timestamptz FROM named
    )
    SELECT name FROM pool`)
  if (made === undefined) throw new Error('The voucher was not made')
  return made.name
}
