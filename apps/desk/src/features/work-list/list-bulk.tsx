import { useQuery } from '@tanstack/react-query'
import { listCases } from '@timedesk/contracts/work-list'
import { lazy, Suspense } from 'react'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { writeColumns, type Column } from './grid/columns.ts'
import type { ListState } from './use-list-state.ts'
import type { CaseSelection } from './use-selection.ts'

const BulkBar = lazy(async () => ({ default: (await import('../../shared/bulk/bulk-bar.tsx')).BulkBar }))

type ListBulkProps = {
  list: ListState
  columns: readonly Column[]
  selection: CaseSelection
  rows: readonly { id: string }[]
  hasMore: boolean
}

/** What can be done with all that is chosen. */
export function ListBulk({ list, columns, selection, rows, hasMore }: ListBulkProps) {
  const { chosen, selectWhole, clear } = selection
  const counted = useQuery({
    queryKey: [...caseQueries.all(), 'total', list.query],
    queryFn: async ({ signal }) => {
      const { page } = await client.call(listCases, { query: { ...list.query, limit: 1, count: 'exact' }, signal })
      return page.total ?? null
    },
    enabled: hasMore,
  })
  const total = hasMore ? (counted.data ?? null) : rows.length
  const ids = rows.flatMap(({ id }) => (chosen.ids.has(id) ? [id] : []))
  return (
    <Suspense>
      <BulkBar
        selection={{
          ...{ ids, query: list.query, total, isAll: chosen.isWhole },
          columns: writeColumns(columns),
        }}
        onSelectAll={selectWhole}
        onClear={clear}
      />
    </Suspense>
  )
}
