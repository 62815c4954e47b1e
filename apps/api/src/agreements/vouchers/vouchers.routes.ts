import {
  activateVoucher as activate,
  adjustVoucher as adjust,
  cancelVoucher as cancel,
  extendVoucher as extend,
  getVoucher,
  listVouchers,
  sellVoucher as sell,
  transferVoucher as transfer,
} from '@timedesk/contracts/vouchers'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { activateVoucher } from './activate-voucher.ts'
import { adjustVoucher } from './adjust-voucher.ts'
import { cancelVoucher } from './cancel-voucher.ts'
import { extendVoucher } from './extend-voucher.ts'
import { findVoucher, findVouchers } from './find-vouchers.ts'
import { sellVoucher } from './sell-voucher.ts'
import { transferVoucher } from './transfer-voucher.ts'

const seenBy = (actor: StaffActor, now: Date) => ({ now, may: { move: actor.permissions.has('voucher:write') } })

async function show(reader: Reader, actor: StaffActor, idOrNumber: string, now: Date) {
  const voucher = await findVoucher(reader, idOrNumber, seenBy(actor, now))
  return { body: voucher, version: voucher.version }
}

export const voucherRoutes: RouteModule = (serve) => {
  serve.read(listVouchers, async ({ reader, deps, query, actor, now }) => ({
    body: await findVouchers(reader, deps.paging, query, seenBy(actor, now)),
  }))

  serve.read(getVoucher, async ({ reader, params, actor, now }) => show(reader, actor, params.voucherId, now))

  serve.write(sell, async ({ tx, context, params, body, actor, now }) => {
    const id = await sellVoucher(tx, context, { ...params, ...body })
    return { ...(await show(tx, actor, id, now)), location: `/api/v1/vouchers/${id}` }
  })

  serve.write(activate, async ({ tx, context, params, actor, now }) => {
    await activateVoucher(tx, context, params)
    return show(tx, actor, params.voucherId, now)
  })

  serve.write(adjust, async ({ tx, context, params, body, actor, now }) => {
    await adjustVoucher(tx, context, { ...params, ...body })
    return show(tx, actor, params.voucherId, now)
  })

  serve.write(transfer, async ({ tx, context, params, body, actor, now }) => {
    await transferVoucher(tx, context, { ...params, ...body })
    return show(tx, actor, params.voucherId, now)
  })

  serve.write(extend, async ({ tx, context, params, body, actor, now }) => {
    await extendVoucher(tx, context, { ...params, ...body })
    return show(tx, actor, params.voucherId, now)
  })

  serve.write(cancel, async ({ tx, context, params, body, actor, now }) => {
    await cancelVoucher(tx, context, { ...params, ...body })
    return show(tx, actor, params.voucherId, now)
  })
}
