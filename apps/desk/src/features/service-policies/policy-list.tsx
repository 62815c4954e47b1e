import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ServicePolicy } from '@timedesk/contracts/service-policies'
import { EmptyState } from '@timedesk/ui/empty-state'
import { Link } from 'react-router'

import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { OrderList } from '../../shared/order/order-list.tsx'
import { paths } from '../../shared/paths.ts'
import './policies.css'
import { policyQueries } from './queries.ts'
import { usePolicyWords } from './use-policy-words.ts'
import { useOrderPolicies } from './use-save-policy.ts'

/** Every policy in the order in which it wins, with what it is for. */
export function PolicyList({ mayWrite }: { mayWrite: boolean }) {
  const words = usePolicyWords()
  const listWords = useListWords()
  const order = useOrderPolicies()
  return (
    <QueryFace query={useQuery(policyQueries.list())} rows={4}>
      {(policies) =>
        policies.length === 0 ? (
          <EmptyState title={words('title')}>{words('empty')}</EmptyState>
        ) : (
          <OrderList
            label={words('order')}
            items={policies}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            isDisabled={!mayWrite}
            onOrder={(policyIds) => order.mutateAsync(policyIds)}
          >
            {(policy, handle) => (
              <>
                {handle}
                <div className="desk-policy-row" data-quiet={!policy.isActive || undefined}>
                  <span>
                    <Anchor component={Link} to={paths.servicePolicy(policy.id)}>
                      {policy.name}
                    </Anchor>
                    {!policy.isActive && <Mark>{listWords('inactiveMark')}</Mark>}
                    {policy.isShownToCustomers && <Mark>{words('shown')}</Mark>}
                  </span>
                  <PolicyFor policy={policy} />
                  <span className="desk-quiet">{policy.calendar?.name ?? words('aroundTheClock')}</span>
                  <span className="desk-quiet td-number">{words('cases', { count: policy.cases })}</span>
                </div>
              </>
            )}
          </OrderList>
        )
      }
    </QueryFace>
  )
}

function PolicyFor({ policy: { customer, agreement, type } }: { policy: ServicePolicy }) {
  const words = usePolicyWords()
  const parts = [
    ...(agreement === null ? [] : [words('forAgreement', { agreement: agreement.name })]),
    ...(customer === null || agreement !== null ? [] : [words('forCustomer', { customer: customer.name })]),
    ...(type === null ? [] : [words('forType', { type: type.name })]),
  ]
  return <span>{parts.length === 0 ? words('forAll') : parts.join(', ')}</span>
}
