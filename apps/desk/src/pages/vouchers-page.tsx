import { PageHeader } from '@timedesk/ui/page-header'

import { useVoucherWords } from '../features/vouchers/use-voucher-words.ts'
import { VoucherList } from '../features/vouchers/voucher-list.tsx'

/** The vouchers of all customers. */
export function Component() {
  const words = useVoucherWords()
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <VoucherList />
    </>
  )
}
