import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ImportJob } from '@timedesk/contracts/operations'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { RefusedRowsDialog } from './refused-rows-dialog.tsx'
import { importQueries } from './queries.ts'
import { useImportWords } from './use-import-words.ts'

const POLL_MS = 1_500
const KINDS = { waiting: 'quiet', running: 'chosen', finished: 'good', failed: 'bad' } as const
const COUNTS = ['rowsRead', 'casesCreated', 'casesUpdated', 'eventsCreated', 'rowsRefused'] as const

/** The imports with their counts, read again and again while one of them runs. */
export function ImportList() {
  const words = useImportWords()
  const format = useFormat()
  const filters = useUrlFilters()
  const openId = filters.get('refusals')
  const imports = useInfiniteQuery({
    ...importQueries.list(),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some(({ state: at }) => at === 'waiting' || at === 'running')) === true
        ? POLL_MS
        : false,
  })
  const columns: DataColumn<ImportJob>[] = [
    {
      key: 'file',
      header: words('file'),
      priority: 1,
      render: ({ fileName, source, failure }) => (
        <div className="desk-stack">
          <span>{fileName}</span>
          <span className="desk-quiet desk-small">{source}</span>
          {failure !== null && <span className="desk-error desk-small">{failure}</span>}
        </div>
      ),
    },
    {
      key: 'state',
      header: words('state'),
      render: ({ state }) => <Mark kind={KINDS[state]}>{words(`state_${state}`)}</Mark>,
    },
    ...COUNTS.map((count): DataColumn<ImportJob> => ({
      key: count,
      header: words(count),
      align: 'end',
      render: (job) => format.number(job[count]),
    })),
    {
      key: 'started',
      header: words('started'),
      priority: 3,
      render: ({ createdAt, startedByName }) => (
        <>
          {startedByName}, <RelativeTime at={createdAt} />
        </>
      ),
    },
  ]

  return (
    <>
      <ListFace query={imports} empty={<EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>}>
        {(rows) => (
          <DataTable
            label={words('title')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns}
            rowActions={({ id, rowsRefused, fileName }) =>
              rowsRefused > 0 && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={words('showRefusals', { name: fileName })}
                  onClick={() => filters.set({ refusals: id })}
                >
                  {words('refusals')}
                </Button>
              )
            }
          />
        )}
      </ListFace>
      {openId !== undefined && (
        <RefusedRowsDialog importId={openId} onClose={() => filters.set({ refusals: undefined })} />
      )}
    </>
  )
}
