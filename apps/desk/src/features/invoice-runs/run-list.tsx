import { Anchor } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { InvoiceRun } from '@timedesk/contracts/invoice-runs'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { Link } from 'react-router'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { paths } from '../../shared/paths.ts'
import { runQueries } from './queries.ts'
import { RunMark } from './run-mark.tsx'
import { useRunWords } from './use-run-words.ts'

const POLL_MS = 2_000

/** The invoice runs, latest first; read again and again while one of them makes its drafts. */
export function RunList() {
  const words = useRunWords()
  const runs = useInfiniteQuery({
    ...runQueries.list(),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.data.some(({ state }) => state === 'running')) === true ? POLL_MS : false,
  })
  return (
    <ListFace query={runs} empty={<EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>}>
      {(rows) => <RunTable runs={rows} />}
    </ListFace>
  )
}

function RunTable({ runs }: { runs: readonly InvoiceRun[] }) {
  const words = useRunWords()
  const format = useFormat()
  return (
    <DataTable
      label={words('title')}
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: words('number'),
          priority: 1,
          render: ({ id, number, state }) => (
            <span>
              <Anchor component={Link} to={paths.invoiceRun(id)}>
                {words('run', { number })}
              </Anchor>
              <RunMark state={state} />
            </span>
          ),
        },
        { key: 'through', header: words('throughColumn'), render: ({ through }) => format.workDate(through) },
        {
          key: 'customers',
          header: words('customers'),
          align: 'end',
          render: ({ customers }) => format.number(customers),
        },
        {
          key: 'documents',
          header: words('documents'),
          align: 'end',
          render: ({ documents }) => format.number(documents),
        },
        { key: 'skipped', header: words('skipped'), align: 'end', render: ({ skipped }) => format.number(skipped) },
        {
          key: 'net',
          header: words('net'),
          align: 'end',
          render: ({ net }) => net.map((money) => format.money(money)).join(', '),
        },
        {
          key: 'started',
          header: words('started'),
          priority: 3,
          render: ({ startedByName, createdAt }) => (
            <>
              {startedByName}, <RelativeTime at={createdAt} />
            </>
          ),
        },
      ]}
    />
  )
}
