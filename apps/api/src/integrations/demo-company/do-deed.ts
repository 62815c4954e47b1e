import type { DemoInvoicingDeed } from '@timedesk/prisma/seed/invoicing-shape'
import type { DemoDeed, DemoVoucher } from '@timedesk/prisma/seed/settlement-shape'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import { decideOverage } from '../../agreements/decide-overage.ts'
import { isTakenBack } from '../../agreements/stored-entries.ts'
import { settleAgreement } from '../../agreements/settling/settle-agreement.ts'
import { changeSubscriptionPrice } from '../../agreements/subscriptions/change-subscription-price.ts'
import { indexPrice } from '../../agreements/subscriptions/index-price.ts'
import { terminateAgreement } from '../../agreements/terminate-agreement.ts'
import { updateAgreement } from '../../agreements/update-agreement.ts'
import { adjustVoucher } from '../../agreements/vouchers/adjust-voucher.ts'
import { cancelVoucher } from '../../agreements/vouchers/cancel-voucher.ts'
import { extendVoucher } from '../../agreements/vouchers/extend-voucher.ts'
import { sellVoucher } from '../../agreements/vouchers/sell-voucher.ts'
import { transferVoucher } from '../../agreements/vouchers/transfer-voucher.ts'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { correctTimeEntry } from '../../time/correct-time-entry.ts'
import { movePeriodLock } from '../../time/move-period-lock.ts'
import { doInvoicing, isInvoicing, type Past, type Sold } from './invoicing/do-invoicing.ts'

const CURRENCY = 'DKK'
/** Where the links of mails lead that are never sent. */
const PAST_URL = 'https://timedesk.example'

type OwnDeed = Exclude<DemoDeed, DemoInvoicingDeed | { kind: 'settle' | 'lock' }>
type VoucherDeed = Extract<OwnDeed, { voucher: string }>

/** Runs the command of a deed as it ran on its day. Throws what the command refuses: a demo company knows the rules. */
export async function doDeed(tx: Tx, past: Past, deed: DemoDeed): Promise<void> {
  const { contexts, sold } = past
  if (isInvoicing(deed)) {
    await doInvoicing(tx, past, deed)
    return
  }
  if (deed.kind === 'settle') {
    await settleAgreement(tx, contexts.byNight(deed.at), deed.agreementId, PAST_URL)
    return
  }
  const context = contexts.by(deed.byId, deed.at)
  if (deed.kind === 'lock') {
    const { softLockedThrough, hardLockedThrough, reason } = deed
    await movePeriodLock(tx, context, { softLockedThrough, hardLockedThrough, reason }, null)
  } else if ('voucher' in deed) await doWithVoucher(tx, context, sold, deed)
  else await doWithAgreement(tx, context, deed)
}

async function doWithVoucher(
  tx: Tx,
  context: Context<StaffActor>,
  sold: Sold,
  deed: Extract<OwnDeed, { voucher: unknown }>,
): Promise<void> {
  if (deed.kind === 'sell') {
    sold.set(deed.voucher.key, await sell(tx, context, deed.voucher))
    return
  }
  await moveUnits(tx, context, sold, deed)
}

function sell(
  tx: Tx,
  context: Context,
  { key: _key, price, currency, validFrom, ...voucher }: DemoVoucher,
): Promise<string> {
  return sellVoucher(tx, context, {
    ...voucher,
    vatTiming: 'sale',
    price: toWire({ minor: price, currency }),
    ...(validFrom !== null && { validFrom }),
  })
}

async function moveUnits(tx: Tx, context: Context, sold: Sold, deed: VoucherDeed): Promise<void> {
  const { reason } = deed
  const voucherId = soldAs(sold, deed.voucher)
  switch (deed.kind) {
    case 'adjust':
      await adjustVoucher(tx, context, { voucherId, units: deed.units, reason, approverId: deed.approverId })
      return
    case 'transfer':
      await transferVoucher(tx, context, { voucherId, toVoucherId: soldAs(sold, deed.to), units: deed.units, reason })
      return
    case 'extend':
      await extendVoucher(tx, context, { voucherId, expiresOn: deed.expiresOn, reason })
      return
    case 'cancel':
      await cancelVoucher(tx, context, { voucherId, reason })
  }
}

async function doWithAgreement(
  tx: Tx,
  context: Context<StaffActor>,
  deed: Exclude<OwnDeed, { voucher: unknown }>,
): Promise<void> {
  switch (deed.kind) {
    case 'price': {
      const unitPrice = toWire({ minor: deed.unitPrice, currency: CURRENCY })
      const { lineId, validFrom, reason } = deed
      await changeSubscriptionPrice(tx, context, { lineId, validFrom, unitPrice, reason })
      return
    }
    case 'index': {
      const { lineId, validFrom, index } = deed
      const bounds = { cap: '4', floor: '0', threshold: null }
      const values = {
        indexBase: index.base,
        indexBaseMonth: index.baseMonth,
        indexNow: index.now,
        indexNowMonth: index.nowMonth,
      }
      await indexPrice(tx, context, { lineId, validFrom, ...values, ...bounds }, PAST_URL)
      return
    }
    case 'suspend':
      await updateAgreement(tx, context, { agreementId: deed.agreementId, state: 'suspended' }, null)
      return
    case 'terminate':
      await terminateAgreement(tx, context, { agreementId: deed.agreementId, reason: deed.reason }, null)
      return
    case 'decide':
      await decideOnOldest(tx, context, deed)
      return
    case 'correct':
      await correctTimeEntry(tx, context, { entryId: deed.entryId, minutes: deed.minutes, reason: deed.reason })
  }
}

async function decideOnOldest(
  tx: Tx,
  context: Context<StaffActor>,
  { agreementId, verdict, reason }: Extract<DemoDeed, { kind: 'decide' }>,
): Promise<void> {
  const [oldest] = await tx.rows<{
    id: string
  }>(Prisma.sql`SELECT t.id FROM cover_piece p JOIN time_entry t ON t.id = p.entry_id
    WHERE p.agreement_id = ${agreementId}::uuid AND p.hold = 'approval' AND t.correction IS NULL AND NOT ${isTakenBack} AND NOT is_settled_time(t.id)
    ORDER BY t.work_date, t.created_at, t.id LIMIT 1`)
  if (oldest !== undefined) await decideOverage(tx, context, { entryId: oldest.id, verdict, reason })
}

function soldAs(sold: Sold, key: string): string {
  const id = sold.get(key)
  if (id === undefined) throw new RangeError(`The voucher ${key} was not sold yet`)
  return id
}
