import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { customerQueries } from '../features/customers/queries.ts'
import { PotentialItems } from '../features/potential/potential-items.tsx'
import { PotentialList } from '../features/potential/potential-list.tsx'
import { usePotentialWords } from '../features/potential/use-potential-words.ts'
import { useUrlFilters } from '../shared/lists/use-url-filters.ts'
import { paths } from '../shared/paths.ts'

/** What can be invoiced now: all customers, or one of them down to its sources. */
export function Component() {
  const words = usePotentialWords()
  const filters = useUrlFilters()
  const customerId = filters.get('customer')
  if (customerId === undefined) {
    return (
      <>
        <PageHeader title={words('title')} text={words('text')} />
        <PotentialList />
      </>
    )
  }
  return (
    <>
      <CustomerHeader customerId={customerId} to={filters.get('to')} />
      <PotentialItems customerId={customerId} />
    </>
  )
}

function CustomerHeader({ customerId, to }: { customerId: string; to: string | undefined }) {
  const words = usePotentialWords()
  const card = useQuery(customerQueries.card(customerId))
  return (
    <PageHeader
      back={
        <Anchor component={Link} to={to === undefined ? paths.potential : `${paths.potential}?to=${to}`}>
          {words('back')}
        </Anchor>
      }
      title={card.data?.customer.name ?? words('customer')}
      text={words('text')}
      actions={
        <Button component={Link} to={paths.customer(customerId)} variant="default">
          {words('customerCard')}
        </Button>
      }
    />
  )
}
