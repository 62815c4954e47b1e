import { Alert, Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ServiceLevelDimension } from '@timedesk/contracts/service-levels'
import { Link, useSearchParams } from 'react-router'

import { useUrlFilters, type UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import { usePeriod } from '../../shared/periods/use-period.ts'
import { reportFiles, reportQueries, type ServiceLevelAnswer, type ServiceLevelQuery } from './queries.ts'
import { ReportFace } from './report-face.tsx'
import { ReportHead } from './report-head.tsx'
import './reports.css'
import { ServiceLevelCases } from './service-level-cases.tsx'
import { ServiceLevelTable, useServiceLevelName } from './service-level-table.tsx'
import { ServiceLevelTools } from './service-level-tools.tsx'
import { useServiceLevelWords } from './use-service-level-words.ts'

/** How soon customers were answered and helped, and what of it was promised. */
export function ServiceLevelReport() {
  const words = useServiceLevelWords()
  const filters = useUrlFilters()
  const period = usePeriod(filters, 'quarter')
  const query = queryOf(filters, period)
  const isAskable = query.by !== 'field' || query.fieldId !== undefined
  const report = useQuery({ ...reportQueries.serviceLevels(query), enabled: isAskable })
  const row = filters.get('row')
  return (
    <>
      <ReportHead
        report="serviceLevels"
        text={words('text')}
        files={isAskable ? reportFiles.serviceLevels(query) : []}
      />
      <ServiceLevelTools filters={filters} period={period} query={query} />
      {isAskable && (
        <ReportFace query={report}>
          {(answer) =>
            row === undefined ? (
              <>
                <ServiceLevelTable answer={answer} by={query.by ?? 'priority'} />
                {answer.isCut && <Alert color="yellow">{words('cut')}</Alert>}
              </>
            ) : (
              <RowCases answer={answer} query={query} row={row} />
            )
          }
        </ReportFace>
      )}
    </>
  )
}

function queryOf(filters: UrlFilters, { from, to }: { from: string; to: string }): ServiceLevelQuery {
  const by = ServiceLevelDimension.safeParse(filters.get('by')).data ?? 'priority'
  const named = {
    fieldId: by === 'field' ? filters.get('field') : undefined,
    calendarId: filters.get('calendar'),
    customerId: filters.get('customer'),
    typeId: filters.get('type'),
    priorityId: filters.get('priority'),
    departmentId: filters.get('department'),
    responsibleId: filters.get('employee'),
  }
  const chosen = Object.entries(named).filter(([, value]) => value !== undefined)
  return { from, to, by, ...Object.fromEntries(chosen) }
}

type RowCasesProps = { answer: ServiceLevelAnswer; query: ServiceLevelQuery; row: string }

function RowCases({ answer, query, row }: RowCasesProps) {
  const words = useServiceLevelWords()
  const nameOf = useServiceLevelName(query.by ?? 'priority')
  const [search] = useSearchParams()
  const back = new URLSearchParams(search)
  back.delete('row')
  const named = answer.data.find(({ key }) => key === row)
  return (
    <Panel
      title={words('casesOf', { name: nameOf(named ?? { key: row, name: row }) })}
      actions={
        <Anchor component={Link} to={`?${back.toString()}`}>
          {words('allRows')}
        </Anchor>
      }
    >
      <ServiceLevelCases query={query} row={row} />
    </Panel>
  )
}
