import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { DispatchRule } from '@timedesk/contracts/dispatch-rules'
import { EmptyState } from '@timedesk/ui/empty-state'
import { Link } from 'react-router'

import { useCaseSubjects } from '../../shared/conditions/use-case-subjects.ts'
import { useConditionSentence } from '../../shared/conditions/use-condition-sentence.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { dispatchRuleQueries } from '../../shared/dispatch/dispatch-rule-queries.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { OrderList } from '../../shared/order/order-list.tsx'
import { paths } from '../../shared/paths.ts'
import './dispatch-rules.css'
import { useOrderRules } from './use-save-rule.ts'
import { useRuleWords } from './use-rule-words.ts'

/** Every rule in the order in which it is asked, with what it asks for and where it sends. */
export function RuleList({ mayWrite }: { mayWrite: boolean }) {
  const words = useRuleWords()
  const tell = useTell()
  const order = useOrderRules()
  const query = useQuery(dispatchRuleQueries.list())
  const putInOrder = async (ruleIds: string[]) => {
    try {
      await order.mutateAsync(ruleIds)
    } catch (error) {
      tell('').onError(error)
      // Rules may have come or gone meanwhile.
      await query.refetch()
    }
  }
  return (
    <QueryFace query={query} rows={4}>
      {(rules) =>
        rules.length === 0 ? (
          <EmptyState title={words('emptyTitle')}>{words('empty')}</EmptyState>
        ) : (
          <OrderList
            label={words('order')}
            items={rules}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            isDisabled={!mayWrite}
            onOrder={putInOrder}
          >
            {(rule, handle) => (
              <>
                {handle}
                <RuleRow rule={rule} mayWrite={mayWrite} />
              </>
            )}
          </OrderList>
        )
      }
    </QueryFace>
  )
}

function RuleRow({ rule, mayWrite }: { rule: DispatchRule; mayWrite: boolean }) {
  const words = useRuleWords()
  const listWords = useListWords()
  const sentence = useConditionSentence(useCaseSubjects([]))
  const { id, name, conditions, names, isActive } = rule
  return (
    <div className="desk-rule-row" data-quiet={!isActive || undefined}>
      <span>
        {mayWrite ? (
          <Anchor component={Link} to={paths.dispatchRule(id)}>
            {name}
          </Anchor>
        ) : (
          name
        )}
        {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
      </span>
      {conditions.length === 0 ? (
        <span>{words('always')}</span>
      ) : (
        <ul>
          {conditions.map((condition, index) => (
            <li key={index}>{sentence(condition, names)}</li>
          ))}
        </ul>
      )}
      <RuleTarget rule={rule} />
    </div>
  )
}

function RuleTarget({ rule: { target, department, employee, skills, lastEmployee } }: { rule: DispatchRule }) {
  const words = useRuleWords()
  const skillNames = skills.map(({ name }) => name)
  const quiet = [...skillNames, ...(lastEmployee === null ? [] : [words('lastPerson', { person: lastEmployee.name })])]
  return (
    <span className="desk-rule-target">
      <span>→ {words(`to_${target.kind}`, { department: department?.name ?? '', person: employee?.name ?? '' })}</span>
      {quiet.length > 0 && <span className="desk-quiet desk-small">{quiet.join(', ')}</span>}
    </span>
  )
}
