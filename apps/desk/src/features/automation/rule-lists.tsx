import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { AutomationRule } from '@timedesk/contracts/automation-rules'
import { useId } from 'react'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { newRulePath } from '../../shared/paths.ts'
import './automation.css'
import { orderWithin } from './order-within.ts'
import { automationQueries } from './queries.ts'
import { RuleList } from './rule-list.tsx'
import { useAutomationWords } from './use-automation-words.ts'
import { useOrderRules } from './use-save-rule.ts'

/** Every automation rule, those that wait for an event apart from those that wait for time. */
export function RuleLists({ mayWrite }: { mayWrite: boolean }) {
  return (
    <QueryFace query={useQuery(automationQueries.list())} rows={4}>
      {(rules) => (
        <>
          <RuleSection kind="event" rules={rules} mayWrite={mayWrite} />
          <RuleSection kind="time" rules={rules} mayWrite={mayWrite} />
        </>
      )}
    </QueryFace>
  )
}

type RuleSectionProps = { kind: 'event' | 'time'; rules: readonly AutomationRule[]; mayWrite: boolean }

function RuleSection({ kind, rules, mayWrite }: RuleSectionProps) {
  const words = useAutomationWords()
  const tell = useTell()
  const order = useOrderRules()
  const titleId = useId()
  const title = words(kind === 'event' ? 'eventRules' : 'timeRules')
  const mine = rules.filter(({ trigger }) => trigger.kind === kind)
  const place = (ruleIds: string[]) => {
    const all = orderWithin(
      rules.map(({ id }) => id),
      ruleIds,
    )
    return order.mutateAsync(all).catch(tell('').onError)
  }
  return (
    <section className="desk-rule-section" aria-labelledby={titleId}>
      <div className="desk-rule-head">
        <div>
          <h2 id={titleId}>{title}</h2>
          <p className="desk-quiet desk-small">{words(kind === 'event' ? 'eventRulesText' : 'timeRulesText')}</p>
        </div>
        {mayWrite && (
          <Button
            component={Link}
            to={newRulePath(kind)}
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
          >
            {words(kind === 'event' ? 'newEventRule' : 'newTimeRule')}
          </Button>
        )}
      </div>
      {mine.length === 0 ? (
        <p className="desk-quiet">{words(kind === 'event' ? 'eventRulesEmpty' : 'timeRulesEmpty')}</p>
      ) : (
        <RuleList label={title} rules={mine} mayWrite={mayWrite} onOrder={place} />
      )}
    </section>
  )
}
