import { acceptVoucherOrder, declineVoucherOrder } from '@timedesk/contracts/voucher-orders'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { coverTouches } from '../../shared/cover/cover-touches.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** Sells the voucher that was ordered. */
export function useAcceptOrder(orderId: string) {
  return useChange(
    (body: z.input<typeof acceptVoucherOrder.body>) => client.call(acceptVoucherOrder, { params: { orderId }, body }),
    [queryRoots.voucherOrders, ...coverTouches],
  )
}

/** Declines an order, with a reason that the customer reads. */
export function useDeclineOrder(orderId: string) {
  return useChange(
    (reason: string) => client.call(declineVoucherOrder, { params: { orderId }, body: { reason } }),
    [queryRoots.voucherOrders],
  )
}
