import { Anchor, Switch } from '@mantine/core'
import type { AutomationRule } from '@timedesk/contracts/automation-rules'
import { RelativeTime } from '@timedesk/ui/relative-time'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useKindName } from '../../shared/actions/use-action-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { OrderList } from '../../shared/order/order-list.tsx'
import { paths } from '../../shared/paths.ts'
import './automation.css'
import { useAutomationWords } from './use-automation-words.ts'
import { useSwitchRule } from './use-save-rule.ts'
import { useTriggerWords } from './use-trigger-words.ts'

type RuleListProps = {
  label: string
  rules: readonly AutomationRule[]
  mayWrite: boolean
  onOrder: (ruleIds: string[]) => unknown
}

/** Rules in the order in which they are asked, each with what it waits for and does. */
export function RuleList({ label, rules, mayWrite, onOrder }: RuleListProps) {
  return (
    <OrderList
      label={label}
      items={rules}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      isDisabled={!mayWrite}
      onOrder={onOrder}
    >
      {(rule, handle) => <RuleRow rule={rule} handle={handle} mayWrite={mayWrite} />}
    </OrderList>
  )
}

type RuleRowProps = { rule: AutomationRule; handle: ReactNode; mayWrite: boolean }

function RuleRow({ rule, handle, mayWrite }: RuleRowProps) {
  const words = useAutomationWords()
  const triggerWords = useTriggerWords()
  const kindName = useKindName()
  const kinds = [...new Set(rule.actions.map(({ kind }) => kindName(kind)))]
  return (
    <>
      {handle}
      <div className="desk-rule-row" data-quiet={!rule.isActive || undefined}>
        <span className="desk-stack">
          <span>
            <Anchor component={Link} inherit to={paths.automationRule(rule.id)}>
              {rule.name}
            </Anchor>
            {rule.stopsAfter && <Mark kind="warn">{words('stops')}</Mark>}
          </span>
          <span className="desk-quiet desk-small">{triggerWords(rule.trigger)}</span>
        </span>
        <span className="desk-small">{words('does', { actions: kinds.join(', ') })}</span>
        <RuleRuns rule={rule} />
        <RuleSwitch rule={rule} mayWrite={mayWrite} />
      </div>
    </>
  )
}

function RuleRuns({ rule: { runs, lastRunAt } }: { rule: AutomationRule }) {
  const words = useAutomationWords()
  if (lastRunAt === null) return <span className="desk-quiet desk-small">{words('never')}</span>
  return (
    <span className="desk-quiet desk-small">
      {runs === 0 ? words('runs_zero') : words('runs', { count: runs })}, {words('lastRun')}{' '}
      <RelativeTime at={lastRunAt} />
    </span>
  )
}

function RuleSwitch({ rule, mayWrite }: { rule: AutomationRule; mayWrite: boolean }) {
  const words = useAutomationWords()
  const tell = useTell()
  const change = useSwitchRule()
  return (
    <Switch
      aria-label={words('switchRule', { name: rule.name })}
      checked={change.isPending ? change.variables.isActive : rule.isActive}
      disabled={!mayWrite}
      onChange={(event) => {
        if (change.isPending) return
        const isActive = event.currentTarget.checked
        change.mutate({ rule, isActive }, { onError: tell('').onError })
      }}
    />
  )
}
