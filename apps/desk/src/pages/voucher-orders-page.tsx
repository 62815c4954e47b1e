import { PageHeader } from '@timedesk/ui/page-header'

import { OrderList } from '../features/voucher-orders/order-list.tsx'
import { useOrderWords } from '../features/voucher-orders/use-order-words.ts'

/** Vouchers that customers ordered. */
export function Component() {
  const words = useOrderWords()
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <OrderList />
    </>
  )
}
