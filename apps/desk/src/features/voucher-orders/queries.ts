import { listVoucherOrders, type VoucherOrder } from '@timedesk/contracts/voucher-orders'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type OrderFilters = { state: VoucherOrder['state']; customerId?: string }

export const orderQueries = {
  list: (filters: OrderFilters) =>
    pagesOf([...queryRoots.voucherOrders, 'list', filters], (page, signal) =>
      client.call(listVoucherOrders, { query: { ...filters, ...page }, signal }),
    ),
}
