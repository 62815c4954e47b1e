import { useQuery } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PageHeader } from '@timedesk/ui/page-header'

import { Simulator } from '../features/simulator/simulator.tsx'
import { useSimulatorWords } from '../features/simulator/use-simulator-words.ts'
import { useUrlFilters } from '../shared/lists/use-url-filters.ts'
import { QueryFailure } from '../shared/problems/query-failure.tsx'
import { groundQueries } from '../shared/terms/preview/use-ground.ts'

/** Replays a customer's work under other terms; `?customer=` and `?agreement=` say whose, and which to begin with. */
export function Component() {
  const words = useSimulatorWords()
  const customerId = useUrlFilters().get('customer')
  const customer = useQuery({ ...groundQueries.customer(customerId ?? ''), enabled: customerId !== undefined })
  const found = customer.data
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      {customer.isLoading ? (
        <LoadingState rows={8} />
      ) : customer.isError ? (
        <QueryFailure error={customer.error} onRetry={() => void customer.refetch()} />
      ) : (
        <Simulator customer={found === undefined ? null : { id: found.id, name: found.name }} />
      )}
    </>
  )
}
