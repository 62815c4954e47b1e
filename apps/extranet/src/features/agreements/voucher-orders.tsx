import { useQuery } from '@tanstack/react-query'
import type { ExtranetAgreement } from '@timedesk/contracts/extranet-agreements'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useCan, useMe } from '../../shared/me.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import { AgreementPart } from './agreement-part.tsx'
import './agreements.css'
import { OrderTable } from './order-table.tsx'
import { useOrderWords } from './use-order-words.ts'
import { agreementQueries } from './agreement-queries.ts'
import { VoucherOffers } from './voucher-offers.tsx'

const ROWS_PENDING = 2

/** What can be ordered again, and what became of earlier orders; nothing where there is neither. */
export function VoucherOrders({ agreement }: { agreement: ExtranetAgreement }) {
  const words = useOrderWords()
  const me = useMe()
  const canOrder = useCan('voucher:order')
  const orders = useQuery(agreementQueries.orders(agreement.id))
  const offers = canOrder && agreement.state === 'active' ? (orders.data?.offers ?? []) : []

  if (orders.data !== undefined && offers.length === 0 && orders.data.data.length === 0) return null
  return (
    <AgreementPart title={words(canOrder ? 'orders' : 'ordersTitleReader')}>
      {orders.isPending && <LoadingState rows={ROWS_PENDING} />}
      {orders.isError && orders.data === undefined && (
        <QueryFailure error={orders.error} onRetry={() => void orders.refetch()} />
      )}
      {offers.length > 0 && (
        <>
          <p className="ex-plain">{words('ordersText', { supplier: me.supplier })}</p>
          <VoucherOffers agreementId={agreement.id} offers={offers} />
        </>
      )}
      {orders.data !== undefined && orders.data.data.length > 0 && <OrderTable orders={orders.data.data} />}
    </AgreementPart>
  )
}
