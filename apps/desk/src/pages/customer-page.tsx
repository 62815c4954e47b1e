import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CustomerCard } from '@timedesk/contracts/customers'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useParams } from 'react-router'

import { AgreementPanel } from '../features/agreements/agreement-panel.tsx'
import { ContactPanel } from '../features/contacts/contact-panel.tsx'
import { CustomerActivityButton } from '../features/customers/customer-activity-button.tsx'
import { CustomerCases } from '../features/customers/customer-cases.tsx'
import { CustomerDetails } from '../features/customers/customer-details.tsx'
import { CustomerFigures } from '../features/customers/customer-figures.tsx'
import { customerQueries } from '../features/customers/queries.ts'
import { useCustomerWords } from '../features/customers/use-customer-words.ts'
import { ProjectPanel } from '../features/projects/project-panel.tsx'
import { Mark } from '../shared/lists/mark.tsx'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { useListWords } from '../shared/lists/use-list-words.ts'
import { customerInvoicesPath, paths } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The customer card: who they are, what goes on with them, and what it is worth. */
export function Component() {
  const { customerId = '' } = useParams()
  const card = useQuery(customerQueries.card(customerId))
  return <QueryFace query={card}>{(found) => <Card card={found} />}</QueryFace>
}

function Card({ card }: { card: CustomerCard }) {
  const words = useCustomerWords()
  const listWords = useListWords()
  const may = useMay()
  const mayWrite = may('customer:write')
  const { customer } = card
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.customers}>
            {words('title')}
          </Anchor>
        }
        title={
          <>
            {customer.name}
            {!customer.isActive && <Mark>{listWords('inactiveMark')}</Mark>}
          </>
        }
        text={`#${customer.number}`}
        actions={
          <>
            {mayWrite && <CustomerActivityButton customer={customer} />}
            {may('invoice:read') && (
              <Button variant="default" component={Link} to={customerInvoicesPath(customer.id)}>
                {words('invoices')}
              </Button>
            )}
          </>
        }
      />
      <CustomerFigures card={card} />
      <div className="desk-columns">
        <div>
          <CustomerCases card={card} />
          <AgreementPanel customer={customer} />
          <ProjectPanel customer={customer} />
          <ContactPanel customer={customer} />
        </div>
        <div>
          <CustomerDetails customer={customer} />
        </div>
      </div>
    </>
  )
}
