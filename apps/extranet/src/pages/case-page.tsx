import { useQuery } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useParams } from 'react-router'
import { CaseView } from '../features/cases/case-view.tsx'
import { useCasesWords } from '../features/cases/use-cases-words.ts'
import { CasePromise } from '../features/promise/case-promise.tsx'
import { CaseTime } from '../features/time/case-time.tsx'
import { caseQueries } from '../shared/case-queries.ts'
import { MissingState } from '../shared/missing-state.tsx'
import { paths } from '../shared/paths.ts'
import { isMissing } from '../shared/query-client.ts'
import { QueryFailure } from '../shared/query-failure.tsx'

/** The case whose number stands in the address. */
export function CasePage() {
  const words = useCasesWords()
  const { number = '' } = useParams()
  const query = useQuery(caseQueries.detail(number))

  if (query.data !== undefined) {
    const { id } = query.data
    return (
      <CaseView key={id} shown={query.data} promise={<CasePromise caseId={id} />} time={<CaseTime caseId={id} />} />
    )
  }
  if (query.isPending) return <LoadingState />
  if (!isMissing(query.error)) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />
  return (
    <MissingState title={words('missingTitle')} to={paths.cases} back={words('back')}>
      {words('missingText')}
    </MissingState>
  )
}
