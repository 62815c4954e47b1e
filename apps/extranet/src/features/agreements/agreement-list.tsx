import { useQuery } from '@tanstack/react-query'
import type { ExtranetAgreement } from '@timedesk/contracts/extranet-agreements'
import { EmptyState } from '@timedesk/ui/empty-state'
import { LoadingState } from '@timedesk/ui/loading-state'
import { IconFileText } from '@tabler/icons-react'
import { useMe } from '../../shared/me.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import { AgreementCard } from './agreement-card.tsx'
import { agreementQueries } from './agreement-queries.ts'
import './agreements.css'
import { useAgreementsWords } from './use-agreements-words.ts'

/** The agreements of the own customer, those that hold first. */
export function AgreementList() {
  const words = useAgreementsWords()
  const me = useMe()
  const agreements = useQuery(agreementQueries.list())

  if (agreements.isPending) return <LoadingState />
  if (agreements.data === undefined) {
    return <QueryFailure error={agreements.error} onRetry={() => void agreements.refetch()} />
  }
  const { data } = agreements.data
  if (data.length === 0) {
    return (
      <EmptyState title={words('none')} icon={<IconFileText size={26} stroke={1.4} />}>
        {words('noneText', { supplier: me.supplier })}
      </EmptyState>
    )
  }
  return (
    <div className="ex-agreements">
      {data.some(keepsBack) && <p className="ex-plain">{words('balancesHidden')}</p>}
      {data.map((agreement) => (
        <AgreementCard key={agreement.id} agreement={agreement} />
      ))}
    </div>
  )
}

/** Whether there is something to tell that the supplier does not show. */
function keepsBack({ shows, pools }: ExtranetAgreement): boolean {
  return !shows.balances && pools.length > 0
}
