import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { OverdueInvoice } from '@timedesk/contracts/payments'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { ConfirmDialog } from '../../shared/deeds/confirm-dialog.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { SelectionBar } from '../../shared/lists/selection-bar.tsx'
import { useSelection } from '../../shared/lists/use-selection.ts'
import { Figures } from '../../shared/panels/facts.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import { OverdueTable } from './overdue-table.tsx'
import { paymentQueries } from './queries.ts'
import { useSendReminders } from './use-payment-changes.ts'
import { usePaymentWords } from './use-payment-words.ts'

/** What should have been paid, the longest overdue first; reminders are sent one by one or several at once. */
export function OverdueList() {
  const words = usePaymentWords()
  const format = useFormat()
  const overdue = useInfiniteQuery(paymentQueries.overdue())
  const totals = overdue.data?.pages[0]?.totals ?? []
  return (
    <ListFace
      query={overdue}
      empty={<EmptyState title={words('overdueEmptyTitle')}>{words('overdueEmptyText')}</EmptyState>}
    >
      {(rows) => (
        <>
          <Figures
            facts={totals.map((money) => ({
              label: words('totalOf', { currency: money.currency }),
              value: format.money(money),
            }))}
          />
          <SelectableOverdue invoices={rows} />
        </>
      )}
    </ListFace>
  )
}

function SelectableOverdue({ invoices }: { invoices: readonly OverdueInvoice[] }) {
  const words = usePaymentWords()
  const mayRemind = useMay()('payment:write')
  const selection = useSelection(
    invoices,
    ({ id }) => id,
    ({ invoiceEmail }) => invoiceEmail !== '',
  )
  const [asked, setAsked] = useState<readonly OverdueInvoice[] | null>(null)
  return (
    <>
      {mayRemind && (
        <SelectionBar count={selection.count} onSelectAll={selection.selectAll} onClear={selection.clear}>
          <Button size="compact-sm" disabled={selection.count === 0} onClick={() => setAsked(selection.selected)}>
            {words('remindSelected')}
          </Button>
        </SelectionBar>
      )}
      <OverdueTable invoices={invoices} selection={mayRemind ? selection : null} />
      {asked !== null && (
        <RemindQuestion
          invoices={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null)
            selection.clear()
          }}
        />
      )}
    </>
  )
}

type RemindQuestionProps = { invoices: readonly OverdueInvoice[]; onClose: () => void; onDone: () => void }

function RemindQuestion({ invoices, onClose, onDone }: RemindQuestionProps) {
  const words = usePaymentWords()
  const tell = useTell()
  const reminders = useSendReminders()
  const send = () =>
    reminders.mutate(
      invoices.map(({ id }) => id),
      {
        onError: tell('').onError,
        onSuccess: ({ refused }) => {
          const numbers = invoices.filter(({ id }) => refused.includes(id)).map(({ number }) => number)
          const sent = words('remindedSome', { count: invoices.length - refused.length })
          const left = words('notReminded', { numbers: numbers.join(', ') })
          tell(refused.length === 0 ? sent : `${sent} ${left}`, onDone).onSuccess()
        },
      },
    )
  return (
    <ConfirmDialog
      question={words('remindQuestion', { count: invoices.length })}
      consequence={words('remindText')}
      confirmLabel={words('remindNow')}
      isPending={reminders.isPending}
      onConfirm={send}
      onClose={onClose}
    />
  )
}
