import { Anchor, Modal, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { SubscriptionPeriod } from '@timedesk/contracts/subscriptions'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { Balance } from '../../shared/cover/balance.tsx'
import { useUnits } from '../../shared/cover/use-units.ts'
import { dayIn } from '../../shared/day-in.ts'
import { LedgerTable } from '../../shared/ledger/ledger-table.tsx'
import { Statement } from '../../shared/ledger/statement.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { planQueries } from './queries.ts'
import { usePlanWords } from './use-plan-words.ts'

/** The periods of a subscription: what was charged, what was included, and what is left of it. */
export function PeriodTable({ agreementId }: { agreementId: string }) {
  const words = usePlanWords()
  const format = useFormat()
  const periods = useInfiniteQuery(planQueries.periods(agreementId))
  const [openedId, setOpenedId] = useState<string | null>(null)
  return (
    <ListFace
      query={periods}
      empty={
        <Text size="sm" c="var(--td-ink-quiet)">
          {words('noPeriods')}
        </Text>
      }
    >
      {(rows) => {
        const opened = rows.find(({ id }) => id === openedId)
        return (
          <>
            <DataTable
              label={words('periods')}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                { key: 'period', header: words('kind_regular'), priority: 1, render: (row) => <Dates period={row} /> },
                { key: 'charged', header: words('charged'), render: (row) => <Due period={row} /> },
                {
                  key: 'quota',
                  header: words('quota'),
                  render: (row) => <QuotaCell period={row} onOpen={() => setOpenedId(row.id)} />,
                },
                { key: 'amount', header: words('amount'), align: 'end', render: ({ amount }) => format.money(amount) },
              ]}
            />
            {opened !== undefined && <QuotaDialog period={opened} onClose={() => setOpenedId(null)} />}
          </>
        )
      }}
    </ListFace>
  )
}

function useDates(): (period: SubscriptionPeriod) => string {
  const words = usePlanWords()
  const format = useFormat()
  return ({ from, to }) => words('runsText', { from: format.workDate(from), to: format.workDate(to) })
}

function Dates({ period }: { period: SubscriptionPeriod }) {
  const words = usePlanWords()
  const datesOf = useDates()
  return (
    <div className="desk-stack">
      <span>
        {datesOf(period)}
        {period.kind !== 'regular' && (
          <Mark kind={period.kind === 'credit' ? 'warn' : 'chosen'}>{words(`kind_${period.kind}`)}</Mark>
        )}
      </span>
      <span className="desk-quiet desk-small">{period.line.name}</span>
    </div>
  )
}

function Due({ period: { isDue, dueOn, chargedDays, wholeDays } }: { period: SubscriptionPeriod }) {
  const words = usePlanWords()
  const format = useFormat()
  return (
    <div className="desk-stack">
      <span>{isDue ? format.workDate(dueOn) : words('due', { day: format.workDate(dueOn) })}</span>
      {chargedDays !== wholeDays && (
        <span className="desk-quiet desk-small">{words('days', { charged: chargedDays, whole: wholeDays })}</span>
      )}
    </div>
  )
}

function QuotaCell({ period, onOpen }: { period: SubscriptionPeriod; onOpen: () => void }) {
  const words = usePlanWords()
  const format = useFormat()
  const wording = useUnits()
  const datesOf = useDates()
  const { company } = useMe()
  const { quota, amount } = period
  if (quota === null) return '—'
  if (quota.unit === 'unlimited') return words('unlimited')
  const { unit, granted, used, available, usableUntil } = quota
  const units = { unit, currency: amount.currency }
  const isOver = usableUntil !== null && usableUntil < dayIn(company.timeZone, new Date())
  const ledger = (
    <Anchor
      component="button"
      type="button"
      className="desk-small"
      aria-label={words('ledgerOf', { name: datesOf(period) })}
      onClick={onOpen}
    >
      {words('ledger')}
    </Anchor>
  )
  if (isOver) {
    return (
      <span className="desk-small">
        {words('usedOf', { used: wording.short(used, units), granted: wording.long(granted, units) })}
        {' · '}
        {ledger}
      </span>
    )
  }
  return (
    <Balance label={words('leftOf', { name: datesOf(period) })} {...{ ...units, granted, available }}>
      {usableUntil !== null && <>{words('usableUntil', { day: format.workDate(usableUntil) })} · </>}
      {ledger}
    </Balance>
  )
}

function QuotaDialog({ period, onClose }: { period: SubscriptionPeriod; onClose: () => void }) {
  const words = usePlanWords()
  const datesOf = useDates()
  const { quota, amount, line, from } = period
  if (quota === null) return null
  const units = { unit: quota.unit, currency: amount.currency }
  const name = `${line.name} ${from}`
  return (
    <Modal opened onClose={onClose} size="xl" title={words('ledgerOf', { name: datesOf(period) })}>
      <Statement poolId={quota.poolId} name={name} units={units} withMoney={false} />
      <LedgerTable poolId={quota.poolId} units={units} withMoney={false} />
    </Modal>
  )
}
