import { Anchor, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { InvoiceRun, RunCustomer } from '@timedesk/contracts/invoice-runs'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { signedMoney } from '../../shared/invoicing/signed-money.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import { HeldReasons } from './held-reasons.tsx'
import './invoice-runs.css'
import { runQueries, type RunCustomerFilters } from './queries.ts'
import { OutcomeMark } from './run-mark.tsx'
import { useRunWords } from './use-run-words.ts'

const POLL_MS = 2_000
const WHICH = ['all', 'documents', 'held', 'changed', 'failed'] as const
const FILTERS: Record<(typeof WHICH)[number], RunCustomerFilters> = {
  all: {},
  documents: { only: 'documents' },
  held: { only: 'held' },
  changed: { state: 'changed' },
  failed: { state: 'failed' },
}

/** The customers of a run with their documents, and what was left out and why. */
export function RunCustomers({ run: { id, state } }: { run: InvoiceRun }) {
  const words = useRunWords()
  const filters = useUrlFilters()
  const which = WHICH.find((candidate) => candidate === filters.get('show')) ?? 'all'
  const customers = useInfiniteQuery({
    ...runQueries.customers(id, state, FILTERS[which]),
    placeholderData: keepPreviousData,
    refetchInterval: state === 'running' ? POLL_MS : false,
  })
  const isPlanned = state === 'planned'
  return (
    <>
      <ListTools>
        <SegmentedControl
          size="xs"
          aria-label={words('which')}
          value={which}
          onChange={(chosen) => filters.set({ show: chosen === 'all' ? undefined : chosen })}
          data={WHICH.filter((option) => !isPlanned || option in { all: 1, documents: 1, held: 1 }).map((option) => ({
            value: option,
            label: option === 'changed' || option === 'failed' ? words(`outcome_${option}`) : words(`which_${option}`),
          }))}
        />
      </ListTools>
      <ListFace
        query={customers}
        empty={<EmptyState title={words('rowsEmptyTitle')}>{words('rowsEmptyText')}</EmptyState>}
      >
        {(rows) => <CustomerTable rows={rows} isPlanned={isPlanned} />}
      </ListFace>
    </>
  )
}

function CustomerTable({ rows, isPlanned }: { rows: readonly RunCustomer[]; isPlanned: boolean }) {
  const words = useRunWords()
  const outcome: DataColumn<RunCustomer> = {
    key: 'outcome',
    header: words('outcome'),
    render: ({ state, failure }) => (
      <div className="desk-stack">
        <OutcomeMark state={state} />
        {state === 'changed' && <span className="desk-small">{words('changedText')}</span>}
        {failure !== '' && <span className="desk-error desk-small">{failure}</span>}
      </div>
    ),
  }
  return (
    <DataTable
      label={words('customers')}
      rows={rows}
      rowKey={({ customer }) => customer.id}
      columns={[
        {
          key: 'customer',
          header: words('customer'),
          priority: 1,
          render: ({ customer }) => (
            <Anchor component={Link} to={paths.customer(customer.id)}>
              {customer.name}
            </Anchor>
          ),
        },
        ...(isPlanned ? [] : [outcome]),
        { key: 'documents', header: words('planned'), render: (row) => <Documents row={row} /> },
        {
          key: 'held',
          header: words('held'),
          render: ({ held, customer }) =>
            held.length === 0 ? '—' : <HeldReasons held={held} customerId={customer.id} />,
        },
      ]}
    />
  )
}

function Documents({ row: { documents } }: { row: RunCustomer }) {
  const words = useRunWords()
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  if (documents.length === 0) return '—'
  return (
    <ul className="desk-run-documents">
      {documents.map(({ id, number, kind, net, lines, items, orderReference, texts }, index) => {
        const name = number ?? invoicingWords(`kind_${kind}`)
        return (
          // A planned document has no identity but its place.
          <li key={id ?? index}>
            <span>
              {id === null ? (
                name
              ) : (
                <Anchor component={Link} to={paths.invoice(id)} underline="always" inherit>
                  {name}
                </Anchor>
              )}
              <span className="desk-quiet">
                {' · '}
                {words('lines', { count: lines })} · {words('itemCount', { count: items })}
                {orderReference !== '' && ` · ${words('order', { number: orderReference })}`}
              </span>
            </span>
            <strong className="td-number">{format.money(signedMoney(kind, net))}</strong>
            <span className="desk-quiet desk-small">{texts.join(' · ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
