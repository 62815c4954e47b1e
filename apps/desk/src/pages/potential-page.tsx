import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { customerQueries } from '../features/customers/queries.ts'
import { MarkList } from '../features/potential/mark-list.tsx'
import { PotentialItems } from '../features/potential/potential-items.tsx'
import { PotentialList } from '../features/potential/potential-list.tsx'
import { usePotentialWords } from '../features/potential/use-potential-words.ts'
import { LinkTabs } from '../shared/lists/link-tabs.tsx'
import { useUrlFilters } from '../shared/lists/use-url-filters.ts'
import { newRunPath, paths } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'

/** What can be invoiced now: all customers, or one of them down to its sources; and what was decided by hand. */
export function Component() {
  const words = usePotentialWords()
  const may = useMay()
  const filters = useUrlFilters()
  const customerId = filters.get('customer')
  if (customerId !== undefined) {
    return (
      <>
        <CustomerHeader customerId={customerId} to={filters.get('to')} />
        <PotentialItems key={customerId} customerId={customerId} />
      </>
    )
  }
  const areMarks = filters.get('show') === 'marks'
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          may('invoice:write') && (
            <Button component={Link} to={newRunPath}>
              {words('newRun')}
            </Button>
          )
        }
      />
      <LinkTabs
        label={words('tabs')}
        tabs={[
          { href: paths.potential, label: words('tab_list'), isHere: !areMarks },
          { href: `${paths.potential}?show=marks`, label: words('tab_marks'), isHere: areMarks },
        ]}
      />
      {areMarks ? <MarkList /> : <PotentialList />}
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
