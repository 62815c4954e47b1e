import { Anchor, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { PaymentOutcome, type PaymentImport, type PaymentImportRow } from '@timedesk/contracts/payments'
import { DataTable } from '@timedesk/ui/data-table'
import { Link } from 'react-router'
import type { z } from 'zod'

import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { paths } from '../../shared/paths.ts'
import { paymentQueries } from './queries.ts'
import { usePaymentWords } from './use-payment-words.ts'

type Row = z.infer<typeof PaymentImportRow>

const KINDS = {
  recorded: 'good',
  recorded_before: 'quiet',
  unknown_invoice: 'bad',
  amount_too_high: 'warn',
  unreadable: 'bad',
} as const

/** Under which name the rows of an outcome are counted. */
const COUNTED = {
  recorded: 'recorded',
  recorded_before: 'recordedBefore',
  unknown_invoice: 'unknownInvoice',
  amount_too_high: 'amountTooHigh',
  unreadable: 'unreadable',
} as const

/** What each row of an import became, in words. */
export function ImportOutcomes({ importId, onClose }: { importId: string; onClose: () => void }) {
  const words = usePaymentWords()
  const found = useQuery(paymentQueries.oneImport(importId))
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={words('outcomes', { name: found.data?.fileName ?? '' })}
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <QueryFace query={found}>
        {({ rows, counts }) => (
          <>
            <OutcomeCounts counts={counts} />
            <OutcomeTable rows={rows} />
          </>
        )}
      </QueryFace>
    </Modal>
  )
}

/** How many rows became what; what none became is left out. */
export function OutcomeCounts({ counts }: { counts: PaymentImport['counts'] }) {
  const words = usePaymentWords()
  return (
    <p className="desk-payment-counts">
      {PaymentOutcome.options
        .filter((outcome) => counts[COUNTED[outcome]] > 0)
        .map((outcome) => (
          <Mark key={outcome} kind={KINDS[outcome]}>
            {words('counted', { outcome: words(`outcome_${outcome}`), count: counts[COUNTED[outcome]] })}
          </Mark>
        ))}
    </p>
  )
}

function OutcomeTable({ rows }: { rows: readonly Row[] }) {
  const words = usePaymentWords()
  return (
    <DataTable
      label={words('outcome')}
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        {
          key: 'outcome',
          header: words('outcome'),
          priority: 1,
          render: ({ outcome, payment }) => (
            <span>
              {payment !== null && (
                <Anchor component={Link} to={paths.invoice(payment.invoice.id)}>
                  {payment.invoice.number}
                </Anchor>
              )}
              <Mark kind={KINDS[outcome]}>{words(`outcome_${outcome}`)}</Mark>
            </span>
          ),
        },
        { key: 'line', header: words('line'), align: 'end', render: ({ line }) => line },
        { key: 'day', header: words('rowDay'), render: ({ paidOn }) => paidOn },
        { key: 'reference', header: words('reference'), render: ({ reference }) => reference },
        { key: 'amount', header: words('amount'), align: 'end', render: ({ amount }) => amount },
      ]}
    />
  )
}
