import { useQuery } from '@tanstack/react-query'
import { getCase, type Case } from '@timedesk/contracts/cases'
import { getCustomer } from '@timedesk/contracts/customers'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useNavigate, useSearchParams } from 'react-router'

import { NewCaseForm } from '../features/new-case/new-case-form.tsx'
import { client } from '../shared/client.ts'
import { paths } from '../shared/paths.ts'

/** A new case; `?customer=` names the customer it is for, `?follows=` the ended case that it goes on from. */
export function Component() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const customerId = search.get('customer')
  const followsId = search.get('follows')
  const customer = useQuery({
    queryKey: ['customers', 'detail', customerId],
    queryFn: ({ signal }) => client.call(getCustomer, { params: { customerId: customerId ?? '' }, signal }),
    enabled: customerId !== null,
  })
  const earlier = useQuery({
    queryKey: ['cases', 'detail', followsId],
    queryFn: ({ signal }) => client.call(getCase, { params: { caseId: followsId ?? '' }, signal }),
    enabled: followsId !== null,
  })
  if (customer.isLoading || earlier.isLoading) return <LoadingState />
  return (
    <NewCaseForm
      start={{
        ...(customer.data !== undefined && { customer: { id: customer.data.id, name: customer.data.name } }),
        ...(earlier.data !== undefined && startFrom(earlier.data)),
      }}
      onCreated={({ number }) => void navigate(paths.case(number))}
    />
  )
}

/** What a case takes over from the one that it goes on from. */
function startFrom({ id, number, subject, customer, contact, type, project, product }: Case) {
  return {
    ...{ customer, contact, subject, project },
    follows: { id, name: `#${number} ${subject}` },
    typeId: type?.id ?? null,
    product: product ?? '',
  }
}
