import { Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { voucherQueries } from './queries.ts'
import { useVoucherWords } from './use-voucher-words.ts'
import { VoucherTable } from './voucher-table.tsx'

/** The vouchers that were sold under an agreement. */
export function VoucherPanel({ agreementId }: { agreementId: string }) {
  const words = useVoucherWords()
  const vouchers = useInfiniteQuery(voucherQueries.list({ agreementId }))
  return (
    <ListFace
      query={vouchers}
      empty={
        <Text size="sm" c="var(--td-ink-quiet)">
          {words('noneHere')}
        </Text>
      }
    >
      {(rows) => <VoucherTable vouchers={rows} withCustomer={false} />}
    </ListFace>
  )
}
