import { Anchor } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TimeEntry } from '@timedesk/contracts/time'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { paths } from '../../shared/paths.ts'
import { RatingChain } from '../../shared/rating/rating-chain.tsx'
import { potentialQueries } from './queries.ts'
import { usePotentialWords } from './use-potential-words.ts'

type PotentialEntriesProps = { customerId: string; to: string | undefined }

/** The time that a customer's potential comes from, each entry with how its amount came about. */
export function PotentialEntries({ customerId, to }: PotentialEntriesProps) {
  const words = usePotentialWords()
  const format = useFormat()
  const entries = useInfiniteQuery(potentialQueries.entries(customerId, to === undefined ? {} : { to }))
  return (
    <ListFace
      query={entries}
      empty={<EmptyState title={words('entriesEmptyTitle')}>{words('entriesEmptyText')}</EmptyState>}
    >
      {(rows) => (
        <DataTable
          label={words('entries')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'what', header: words('what'), priority: 1, render: (entry) => <Work entry={entry} /> },
            { key: 'date', header: words('workDate'), render: ({ workDate }) => format.workDate(workDate) },
            { key: 'who', header: words('who'), render: ({ employee }) => employee.name },
            {
              key: 'amount',
              header: words('amount'),
              align: 'end',
              render: ({ amount }) =>
                amount === null ? <Mark kind="bad">{words('noPrice')}</Mark> : format.money(amount),
            },
          ]}
        />
      )}
    </ListFace>
  )
}

function Work({ entry }: { entry: TimeEntry }) {
  const words = usePotentialWords()
  const { case: supportCase, project, activityType, customerText, minutes, explanation } = entry
  return (
    <div className="desk-stack">
      {supportCase === null ? (
        <span>{project?.name ?? words('internal')}</span>
      ) : (
        <Anchor component={Link} to={paths.case(supportCase.number)}>
          #{supportCase.number} {supportCase.subject}
        </Anchor>
      )}
      <span className="desk-quiet desk-small">
        {[activityType.name, customerText].filter((part) => part !== '').join(' · ')}
      </span>
      <RatingChain minutes={minutes} explanation={explanation} />
    </div>
  )
}
