import { queryOptions } from '@tanstack/react-query'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { getVoucher, listVouchers, type Voucher } from '@timedesk/contracts/vouchers'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type VoucherFilters = { customerId?: string; agreementId?: string; state?: Voucher['state'] }

export const voucherQueries = {
  list: (filters: VoucherFilters) =>
    pagesOf([...queryRoots.vouchers, 'list', filters], (page, signal) =>
      client.call(listVouchers, { query: { ...filters, ...page }, signal }),
    ),
  /** By id or by number. */
  one: (voucherId: string) =>
    queryOptions({
      queryKey: [...queryRoots.vouchers, 'one', voucherId],
      queryFn: ({ signal }) => client.call(getVoucher, { params: { voucherId }, signal }),
    }),
  /** All vouchers that cover work now; of one customer when one is told. */
  active: (customerId?: string) =>
    queryOptions({
      queryKey: [...queryRoots.vouchers, 'active', customerId ?? 'all'],
      queryFn: ({ signal }) => {
        const query = {
          state: 'active',
          limit: PAGE_SIZE_MAX,
          ...(customerId !== undefined && { customerId }),
        } as const
        return Array.fromAsync(client.items(listVouchers, { query, signal }))
      },
    }),
}
