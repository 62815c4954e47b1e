import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { InvoiceSummary } from '@timedesk/contracts/invoice'
import type { listInvoices } from '@timedesk/contracts/invoices'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'
import type { z } from 'zod'

import { invoiceQueries } from '../../shared/invoicing/invoice-queries.ts'
import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { SelectionBar } from '../../shared/lists/selection-bar.tsx'
import { useSelection } from '../../shared/lists/use-selection.ts'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { sumMoney } from '../../shared/money.ts'
import { Figures } from '../../shared/panels/facts.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import { InvoiceFilterTools, invoiceFiltersOf } from './invoice-filters.tsx'
import { InvoiceTable } from './invoice-table.tsx'
import { PostDialog } from './post-dialog.tsx'
import { useInvoiceListWords } from './use-invoice-list-words.ts'

/** All documents, by state; drafts can be chosen and posted together. */
export function InvoiceList() {
  const words = useInvoiceListWords()
  const filters = useUrlFilters()
  const invoices = useInfiniteQuery(invoiceQueries.list(invoiceFiltersOf(filters)))
  const [posted, setPosted] = useState<readonly InvoiceSummary[] | null>(null)
  return (
    <>
      <InvoiceFilterTools filters={filters} />
      <ListFace
        query={invoices}
        empty={<EmptyList filters={filters} title={words('emptyTitle')} text={words('emptyText')} />}
      >
        {(rows) => (
          <>
            <Totals totals={invoices.data?.pages[0]?.totals} />
            <SelectableInvoices invoices={rows} onPost={setPosted} />
          </>
        )}
      </ListFace>
      {/* Outside of the list: what came of the last drafts is told when none are left in it. */}
      {posted !== null && <PostDialog drafts={posted} onClose={() => setPosted(null)} />}
    </>
  )
}

type SelectableInvoicesProps = {
  invoices: readonly InvoiceSummary[]
  onPost: (drafts: readonly InvoiceSummary[]) => void
}

function SelectableInvoices({ invoices, onPost }: SelectableInvoicesProps) {
  const words = useInvoiceListWords()
  const format = useFormat()
  const may = useMay()
  const mayPost = may('invoice:post')
  const selection = useSelection(
    invoices,
    ({ id }) => id,
    ({ state }) => state === 'draft',
  )
  const hasDrafts = invoices.some(({ state }) => state === 'draft')
  const areOneCurrency = new Set(selection.selected.map(({ currency }) => currency)).size === 1
  const sum = areOneCurrency ? sumMoney(selection.selected.map(({ payable }) => payable)) : null
  return (
    <>
      {mayPost && hasDrafts && (
        <SelectionBar
          count={selection.count}
          summary={sum === null ? undefined : format.money(sum)}
          onSelectAll={selection.selectAll}
          onClear={selection.clear}
        >
          <Button size="compact-sm" disabled={selection.count === 0} onClick={() => onPost(selection.selected)}>
            {words('post')}
          </Button>
        </SelectionBar>
      )}
      <InvoiceTable invoices={invoices} selection={mayPost && hasDrafts ? selection : null} />
    </>
  )
}

type TotalsProps = { totals: z.output<(typeof listInvoices)['responses'][200]>['totals'] | undefined }

function Totals({ totals = [] }: TotalsProps) {
  const words = useInvoiceListWords()
  const format = useFormat()
  const facts = totals.flatMap(({ currency, payable, remaining }) => [
    { label: words('totalPayable', { currency }), value: format.money(payable) },
    { label: words('totalRemaining', { currency }), value: format.money(remaining) },
  ])
  return facts.length === 0 ? null : <Figures facts={facts} />
}
