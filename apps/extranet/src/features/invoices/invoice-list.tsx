import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ExtranetInvoiceSummary } from '@timedesk/contracts/extranet-invoices'
import type { Page } from '@timedesk/client/call-input'
import { CursorList } from '@timedesk/ui/cursor-list'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat, type WireMoney } from '@timedesk/ui/format'
import { LoadingState } from '@timedesk/ui/loading-state'
import { IconEyeOff, IconReceipt } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import { useMe } from '../../shared/me.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import { invoiceQueries } from './invoice-queries.ts'
import { InvoiceTable } from './invoice-table.tsx'
import './invoices.css'
import { useInvoicesWords } from './use-invoices-words.ts'
import { isToPay } from './word-invoice.ts'

/** What is to be paid, and below it what is settled; says so where the supplier shows no invoices. */
export function InvoiceList() {
  const words = useInvoicesWords()
  const me = useMe()
  const open = useInfiniteQuery(invoiceQueries.list(true))
  const all = useInfiniteQuery(invoiceQueries.list())
  const failed = [open, all].find((list) => list.isError && list.data === undefined)

  if (failed !== undefined) {
    return <QueryFailure error={failed.error} onRetry={() => void Promise.all([open.refetch(), all.refetch()])} />
  }
  if (open.data === undefined || all.data === undefined) return <LoadingState />
  const [first] = open.data.pages
  if (first?.areShown !== true) {
    return (
      <EmptyState title={words('notShown')} icon={<IconEyeOff size={26} stroke={1.4} />}>
        {words('notShownText', { supplier: me.supplier })}
      </EmptyState>
    )
  }
  if (rowsOf(all.data).length === 0) {
    return (
      <EmptyState title={words('none')} icon={<IconReceipt size={26} stroke={1.4} />}>
        {words('noneText', { supplier: me.supplier })}
      </EmptyState>
    )
  }
  const settled = rowsOf(all.data).filter((invoice) => !isToPay(invoice))
  return (
    <>
      <Part title={words('toPay')} sums={first.toPay} none={words('toPayNone')} list={open} rows={rowsOf(open.data)} />
      <Part title={words('earlier')} none={words('earlierNone')} list={all} rows={settled} isSettled />
    </>
  )
}

type Invoices = InfiniteData<Page<ExtranetInvoiceSummary>>

function rowsOf({ pages }: Invoices): ExtranetInvoiceSummary[] {
  return pages.flatMap((page) => page.data)
}

type PartProps = {
  title: string
  sums?: readonly WireMoney[]
  none: ReactNode
  list: UseInfiniteQueryResult<Invoices>
  rows: readonly ExtranetInvoiceSummary[]
  isSettled?: boolean
}

function Part({ title, sums = [], none, list, rows, isSettled = false }: PartProps) {
  const words = useInvoicesWords()
  const format = useFormat()
  const headingId = useId()
  return (
    <section className="ex-invoice-part" aria-labelledby={headingId}>
      <div className="ex-invoice-part-head">
        <h2 id={headingId}>{title}</h2>
        {sums.length > 0 && (
          <p className="td-number">{words('toPaySum', { amount: sums.map((sum) => format.money(sum)).join(' + ') })}</p>
        )}
      </div>
      <CursorList
        hasMore={list.hasNextPage}
        isLoadingMore={list.isFetchingNextPage}
        hasFailed={list.isFetchNextPageError}
        onLoadMore={() => void list.fetchNextPage()}
      >
        {rows.length === 0 ? (
          !list.hasNextPage && <p className="ex-nothing">{none}</p>
        ) : (
          <InvoiceTable label={title} invoices={rows} isSettled={isSettled} />
        )}
      </CursorList>
    </section>
  )
}
