import { useQuery } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PageHeader } from '@timedesk/ui/page-header'
import { RefusedState } from '@timedesk/ui/refused-state'
import { useParams } from 'react-router'
import { agreementQueries } from '../features/agreements/agreement-queries.ts'
import { AgreementView } from '../features/agreements/agreement-view.tsx'
import { useAgreementsWords } from '../features/agreements/use-agreements-words.ts'
import { useCan } from '../shared/me.ts'
import { MissingState } from '../shared/missing-state.tsx'
import { paths } from '../shared/paths.ts'
import { isMissing } from '../shared/query-client.ts'
import { QueryFailure } from '../shared/query-failure.tsx'

/** The agreement whose id stands in the address. */
export function AgreementPage() {
  const words = useAgreementsWords()
  const canSee = useCan('agreement:read')
  const { agreementId = '' } = useParams()
  const query = useQuery({ ...agreementQueries.detail(agreementId), enabled: canSee })

  if (!canSee) {
    return (
      <div className="ex-page">
        <PageHeader title={words('title')} />
        <RefusedState sentence={words('notForYou')} />
      </div>
    )
  }
  if (query.data !== undefined) return <AgreementView key={query.data.id} agreement={query.data} />
  if (query.isPending) return <LoadingState />
  if (!isMissing(query.error)) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />
  return (
    <MissingState title={words('missingTitle')} to={paths.agreements} back={words('back')}>
      {words('missingText')}
    </MissingState>
  )
}
