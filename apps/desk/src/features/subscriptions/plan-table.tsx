import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { SubscriptionLine } from '@timedesk/contracts/subscriptions'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { Balance } from '../../shared/cover/balance.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { LineMenu } from './line-menu.tsx'
import { planQueries } from './queries.ts'
import { usePlanWords } from './use-plan-words.ts'
import { useQuotaWords } from './use-quota-words.ts'

type PlanTableProps = { agreementId: string; mayEdit: boolean }

/** The lines of a plan: what they cost, what they include, and how the period that runs is used. */
export function PlanTable({ agreementId, mayEdit }: PlanTableProps) {
  const words = usePlanWords()
  const lines = useQuery(planQueries.lines(agreementId))
  return (
    <QueryFace query={lines} rows={3}>
      {(rows) =>
        rows.length === 0 ? (
          <Text size="sm" c="var(--td-ink-quiet)">
            {words('noLines')}
          </Text>
        ) : (
          <Lines lines={rows} mayEdit={mayEdit} />
        )
      }
    </QueryFace>
  )
}

function Lines({ lines, mayEdit }: { lines: readonly SubscriptionLine[]; mayEdit: boolean }) {
  const words = usePlanWords()
  const format = useFormat()
  return (
    <DataTable
      label={words('plan')}
      rows={lines}
      rowKey={(row) => row.id}
      isQuiet={({ isActive }) => !isActive}
      columns={[
        { key: 'line', header: words('line'), priority: 1, render: (line) => <LineWords line={line} /> },
        { key: 'runs', header: words('runs'), render: (line) => <RunningPeriod line={line} /> },
        {
          key: 'price',
          header: words('price'),
          align: 'end',
          render: ({ quantity, unitPrice, amount, nextChargeOn }) => (
            <div>
              <strong>{format.money(amount)}</strong>
              {quantity !== 1 && (
                <div className="desk-quiet desk-small">
                  {words('priceTimes', { quantity, price: format.money(unitPrice) })}
                </div>
              )}
              {nextChargeOn !== null && (
                <div className="desk-quiet desk-small desk-nowrap">
                  {words('nextOn', { day: format.workDate(nextChargeOn) })}
                </div>
              )}
            </div>
          ),
        },
      ]}
      rowActions={(line) => <LineMenu line={line} mayEdit={mayEdit} />}
    />
  )
}

function LineWords({ line }: { line: SubscriptionLine }) {
  const words = usePlanWords()
  const quotaWords = useQuotaWords()
  const format = useFormat()
  const { description, period, timing, leadDays, alignsToCalendar, endsOn, isActive, quota, amount } = line
  const facts = [
    `${words(`period_${period}`)} ${words(`timing_${timing}`)}`,
    words(alignsToCalendar ? 'calendar' : 'fromStart'),
    leadDays > 0 && timing === 'advance' ? words('leadDays', { count: leadDays }) : null,
    endsOn === null ? null : words('endsOn', { day: format.workDate(endsOn) }),
  ]
  return (
    <div className="desk-stack">
      <span>
        {description}
        {!isActive && <Mark>{words('endedMark')}</Mark>}
      </span>
      <span className="desk-quiet desk-small">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      {quota.unit !== 'none' && (
        <span className="desk-small">{words('includesWords', { quota: quotaWords(quota, amount.currency) })}</span>
      )}
    </div>
  )
}

function RunningPeriod({ line: { current, quota, description, amount } }: { line: SubscriptionLine }) {
  const words = usePlanWords()
  const format = useFormat()
  if (current === null) return '—'
  const dates = words('runsText', { from: format.workDate(current.from), to: format.workDate(current.to) })
  if (current.granted === null || current.available === null || quota.unit === 'none') return dates
  const { granted, available } = current
  return (
    <Balance
      label={words('leftOf', { name: description })}
      {...{ unit: quota.unit, granted, available, currency: amount.currency }}
    >
      {dates}
    </Balance>
  )
}
