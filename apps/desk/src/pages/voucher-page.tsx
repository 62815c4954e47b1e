import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'

import { voucherQueries } from '../features/vouchers/queries.ts'
import { VoucherScreen } from '../features/vouchers/voucher-screen.tsx'
import { QueryFace } from '../shared/lists/query-face.tsx'

/** A voucher by its number or id. */
export function Component() {
  const { voucherId = '' } = useParams()
  const voucher = useQuery(voucherQueries.one(voucherId))
  return (
    <QueryFace query={voucher} rows={10}>
      {(found) => <VoucherScreen key={found.id} voucher={found} />}
    </QueryFace>
  )
}
