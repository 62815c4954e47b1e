import {
  acceptVoucherOrder as accept,
  declineVoucherOrder as decline,
  extranetListVoucherOrders,
  extranetOrderVoucher,
  listVoucherOrders,
} from '@timedesk/contracts/voucher-orders'
import type { RouteModule } from '../../platform/http/serve.ts'
import { acceptVoucherOrder, declineVoucherOrder } from './decide-voucher-order.ts'
import { findOwnVoucherOrder, findOwnVoucherOrders } from './find-own-voucher-orders.ts'
import { findVoucherOrder, findVoucherOrders } from './find-voucher-orders.ts'
import { orderVoucher } from './order-voucher.ts'

/** What contacts ordered, for staff. */
export const voucherOrderRoutes: RouteModule = (serve) => {
  serve.read(listVoucherOrders, async ({ reader, deps, query }) => ({
    body: await findVoucherOrders(reader, deps.paging, query),
  }))

  serve.write(accept, async ({ tx, context, params, body }) => {
    await acceptVoucherOrder(tx, context, { ...params, ...body })
    return { body: await findVoucherOrder(tx, params.orderId) }
  })

  serve.write(decline, async ({ tx, context, params, body }) => {
    await declineVoucherOrder(tx, context, { ...params, ...body })
    return { body: await findVoucherOrder(tx, params.orderId) }
  })
}

/** Further vouchers, for contacts. */
export const extranetVoucherOrderRoutes: RouteModule = (serve) => {
  serve.read(extranetListVoucherOrders, async ({ reader, params }) => ({
    body: await findOwnVoucherOrders(reader, params.agreementId),
  }))

  serve.write(extranetOrderVoucher, async ({ tx, context, params, body }) => {
    const id = await orderVoucher(tx, context, { ...params, ...body })
    return { body: await findOwnVoucherOrder(tx, id) }
  })
}
