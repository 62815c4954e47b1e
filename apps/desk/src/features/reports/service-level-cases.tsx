import { Anchor } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ServiceLevelCase } from '@timedesk/contracts/service-levels'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { paths } from '../../shared/paths.ts'
import { reportQueries, type ServiceLevelQuery } from './queries.ts'
import { useServiceLevelWords } from './use-service-level-words.ts'

/** The cases behind a row of the report, each with its own times. */
export function ServiceLevelCases({ query, row }: { query: ServiceLevelQuery; row: string }) {
  const words = useServiceLevelWords()
  return (
    <ListFace
      query={useInfiniteQuery(reportQueries.serviceLevelCases(query, row))}
      empty={<EmptyState title={words('noCases')} />}
    >
      {(cases) => <CaseTable cases={cases} />}
    </ListFace>
  )
}

function CaseTable({ cases }: { cases: readonly ServiceLevelCase[] }) {
  const words = useServiceLevelWords()
  const format = useFormat()
  const minutes = (value: number | null) => (value === null ? '—' : format.minutes(Math.round(value)))
  return (
    <DataTable
      label={words('cases')}
      rows={cases}
      rowKey={(row) => row.case.id}
      columns={[
        {
          key: 'case',
          header: words('case'),
          priority: 1,
          render: (row) => (
            <Anchor component={Link} to={paths.case(row.case.number)}>
              #{row.case.number} {row.case.subject}
            </Anchor>
          ),
        },
        { key: 'customer', header: words('customer'), render: ({ customer }) => customer.name },
        { key: 'priority', header: words('priority'), priority: 3, render: ({ priority }) => priority.name },
        { key: 'created', header: words('created'), render: ({ createdAt }) => format.dateTime(createdAt) },
        {
          key: 'response',
          header: words('response'),
          align: 'end',
          render: (row) => <Timed text={minutes(row.responseMinutes)} result={row.firstResponse} />,
        },
        {
          key: 'resolution',
          header: words('resolution'),
          align: 'end',
          render: (row) => (
            <Timed text={minutes(row.resolutionMinutes)} result={row.resolution} isByHand={row.isByHand} />
          ),
        },
        {
          ...{ key: 'paused', header: words('paused'), align: 'end', priority: 3 },
          render: ({ pausedMinutes }) => minutes(pausedMinutes),
        },
        {
          ...{ key: 'breaches', header: words('breaches'), align: 'end' },
          render: ({ breaches }) => format.number(breaches),
        },
      ]}
    />
  )
}

type TimedProps = { text: string; result: ServiceLevelCase['resolution']; isByHand?: boolean }

function Timed({ text, result, isByHand = false }: TimedProps) {
  const words = useServiceLevelWords()
  return (
    <span className="desk-stack">
      <span>{text}</span>
      {result !== null && (
        <span className={result === 'missed' ? 'desk-small desk-loss' : 'desk-small desk-quiet'}>
          {words(`result_${result}`)}
          {isByHand && ` ${words('byHand')}`}
        </span>
      )}
    </span>
  )
}
