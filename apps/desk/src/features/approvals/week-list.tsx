import { Anchor, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { WeekState, type WeekSheetSummary } from '@timedesk/contracts/week-sheets'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { Link } from 'react-router'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import { weekNumberOf } from '../../shared/week-number.ts'
import { approvalQueries } from './queries.ts'
import { useApprovalWords } from './use-approval-words.ts'
import { WeekButtons } from './week-buttons.tsx'

const SHOWN_STATES = ['submitted', 'open', 'rejected', 'approved'] as const

/** Week sheets by their state, submitted ones unless said otherwise, each to be opened or decided on here. */
export function WeekList() {
  const words = useApprovalWords()
  const filters = useUrlFilters()
  const state = WeekState.catch('submitted').parse(filters.get('state'))
  const weeks = useInfiniteQuery(approvalQueries.weeks(state))
  return (
    <>
      <ListTools>
        <SegmentedControl
          size="xs"
          aria-label={words('whichWeeks')}
          value={state}
          data={SHOWN_STATES.map((name) => ({ value: name, label: words(`state_${name}`) }))}
          onChange={(chosen) => filters.set({ state: chosen === 'submitted' ? undefined : chosen })}
        />
      </ListTools>
      <ListFace
        query={weeks}
        empty={
          state === 'submitted' ? (
            <EmptyState title={words('weeksEmptyTitle')}>{words('weeksEmptyText')}</EmptyState>
          ) : (
            <EmptyState title={words('weeksNone')} />
          )
        }
      >
        {(rows) => <WeekTable weeks={rows} isDeciding={state === 'submitted'} />}
      </ListFace>
    </>
  )
}

function WeekTable({ weeks, isDeciding }: { weeks: readonly WeekSheetSummary[]; isDeciding: boolean }) {
  const words = useApprovalWords()
  const format = useFormat()
  return (
    <DataTable
      label={words('tabWeeks')}
      rows={weeks}
      rowKey={({ employee, monday }) => `${employee.id} ${monday}`}
      columns={[
        {
          key: 'week',
          header: words('week'),
          priority: 1,
          render: ({ employee, monday }) => (
            <div className="desk-stack">
              <Anchor component={Link} to={`${paths.week(monday)}?employee=${employee.id}`}>
                {employee.name}
              </Anchor>
              <span className="desk-quiet desk-small">
                {words('weekOf', { number: weekNumberOf(monday), day: format.workDate(monday) })}
              </span>
            </div>
          ),
        },
        {
          key: 'worked',
          header: words('worked'),
          align: 'end',
          render: ({ minutes, workingMinutes }) =>
            words('workedOf', { minutes: format.minutes(minutes), working: format.minutes(workingMinutes) }),
        },
        {
          key: 'billable',
          header: words('billable'),
          align: 'end',
          render: ({ billableMinutes }) => format.minutes(billableMinutes),
        },
        {
          key: 'since',
          header: words('since'),
          render: ({ submittedAt }) => (submittedAt === null ? '—' : <RelativeTime at={submittedAt} />),
        },
      ]}
      {...(isDeciding && { rowActions: (week: WeekSheetSummary) => <WeekButtons week={week} /> })}
    />
  )
}
