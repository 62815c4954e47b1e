import type { ExtranetInvoiceSummary } from '@timedesk/contracts/extranet-invoices'
import { useFormat } from '@timedesk/ui/format'
import { IconReceipt } from '@tabler/icons-react'
import { NeedRow } from '../../shared/need-row.tsx'
import { invoicePath, paths } from '../../shared/paths.ts'
import { today } from '../../shared/today.ts'
import { InvoiceState } from './invoice-state.tsx'
import { useInvoicesWords } from './use-invoices-words.ts'
import { dueWords } from './word-invoice.ts'

const SHOWN_MAX = 3

/** Invoices that are to be paid, as rows of the start page: the most pressing few, and how many more there are. */
export function InvoiceNeeds({ invoices }: { invoices: readonly ExtranetInvoiceSummary[] }) {
  const words = useInvoicesWords()
  const format = useFormat()
  const more = Math.max(0, invoices.length - SHOWN_MAX)
  return (
    <>
      {invoices
        .toSorted(byDue)
        .slice(0, SHOWN_MAX)
        .map((invoice) => {
          const { id, number, state, dueOn, remaining } = invoice
          return (
            <NeedRow
              key={id}
              to={invoicePath(id)}
              icon={<IconReceipt size={18} stroke={1.6} />}
              title={words(state === 'overdue' ? 'needOverdue' : 'needOpen', { number })}
              text={
                dueOn === null
                  ? undefined
                  : words('needDue', { day: format.workDate(dueOn), when: dueWords(words, dueOn, today()) })
              }
            >
              <InvoiceState invoice={invoice} />
              <strong>{format.money(remaining)}</strong>
            </NeedRow>
          )
        })}
      {more > 0 && (
        <NeedRow
          to={paths.invoices}
          icon={<IconReceipt size={18} stroke={1.6} />}
          title={words('needMore', { count: more })}
        />
      )}
    </>
  )
}

function byDue(one: ExtranetInvoiceSummary, other: ExtranetInvoiceSummary): number {
  return (one.dueOn ?? one.issuedOn).localeCompare(other.dueOn ?? other.issuedOn)
}
