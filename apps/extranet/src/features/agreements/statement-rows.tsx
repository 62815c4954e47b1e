import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { ExtranetPool, ExtranetStatementRow } from '@timedesk/contracts/extranet-agreements'
import { CursorList } from '@timedesk/ui/cursor-list'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat, type Format } from '@timedesk/ui/format'
import { LoadingState } from '@timedesk/ui/loading-state'
import { Link } from 'react-router'
import { casePath } from '../../shared/paths.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import { agreementQueries } from './agreement-queries.ts'
import './agreements.css'
import { useAgreementsWords, type AgreementsWords } from './use-agreements-words.ts'
import { countWords, poolWords } from './word-agreement.ts'

type StatementRowsProps = { pool: ExtranetPool; to: string | null }

/** The movements, page by page. */
export function StatementRows({ pool, to }: StatementRowsProps) {
  const words = useAgreementsWords()
  const format = useFormat()
  const list = useInfiniteQuery({
    ...agreementQueries.statement(pool.id, to ?? undefined),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap((page) => page.data) ?? []

  if (list.isPending) return <LoadingState />
  if (list.data === undefined) return <QueryFailure error={list.error} onRetry={() => void list.refetch()} />
  if (rows.length === 0) {
    const none = to === null ? words('statementNone') : words('statementNoneUpTo', { day: format.workDate(to) })
    return <p className="ex-nothing">{none}</p>
  }
  return (
    <CursorList
      hasMore={list.hasNextPage}
      isLoadingMore={list.isFetchingNextPage}
      hasFailed={list.isFetchNextPageError}
      onLoadMore={() => void list.fetchNextPage()}
    >
      <div className="ex-statement" aria-busy={list.isPlaceholderData}>
        <DataTable
          label={words('statementOf', { name: poolWords({ words, format }, pool) })}
          columns={columnsOf(words, format, pool)}
          rows={rows}
          rowKey={({ id }) => id}
        />
      </div>
    </CursorList>
  )
}

function columnsOf(words: AgreementsWords, format: Format, pool: ExtranetPool): DataColumn<ExtranetStatementRow>[] {
  return [
    { key: 'day', header: words('columnDay'), render: ({ day }) => format.workDate(day) },
    { key: 'what', header: words('columnWhat'), priority: 1, render: ({ kind }) => words(`move_${kind}`) },
    {
      key: 'case',
      header: words('columnCase'),
      render: ({ caseNumber }) =>
        caseNumber !== null && (
          <Link className="ex-statement-case td-focus" to={casePath(caseNumber)}>
            #{caseNumber}
          </Link>
        ),
    },
    { key: 'who', header: words('columnWho'), render: ({ employee }) => employee },
    {
      key: 'worked',
      header: words('columnWorked'),
      align: 'end',
      render: ({ minutes }) => minutes !== null && format.minutes(minutes),
    },
    {
      key: 'change',
      header: words('columnChange'),
      align: 'end',
      render: ({ units }) => `${units > 0 ? '+' : ''}${countWords(format, pool, units)}`,
    },
    {
      key: 'balance',
      header: words('columnBalance'),
      align: 'end',
      render: ({ balanceAfter }) => countWords(format, pool, balanceAfter),
    },
  ]
}
