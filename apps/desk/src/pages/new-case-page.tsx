import { useQuery } from '@tanstack/react-query'
import { getCustomer } from '@timedesk/contracts/customers'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useNavigate, useSearchParams } from 'react-router'

import { NewCaseForm } from '../features/new-case/new-case-form.tsx'
import { client } from '../shared/client.ts'
import { paths } from '../shared/paths.ts'

/** A new case; `?customer=` names the customer it is for. */
export function Component() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const customerId = search.get('customer')
  const customer = useQuery({
    queryKey: ['customers', 'detail', customerId],
    queryFn: ({ signal }) => client.call(getCustomer, { params: { customerId: customerId ?? '' }, signal }),
    enabled: customerId !== null,
  })
  if (customer.isLoading) return <LoadingState />
  return (
    <NewCaseForm
      customer={customer.data === undefined ? null : { id: customer.data.id, name: customer.data.name }}
      onCreated={({ number }) => void navigate(paths.case(number))}
    />
  )
}
