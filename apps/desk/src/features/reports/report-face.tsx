import type { UseQueryResult } from '@tanstack/react-query'
import { EmptyState } from '@timedesk/ui/empty-state'
import type { ReactNode } from 'react'

import { QueryFace } from '../../shared/lists/query-face.tsx'
import './reports.css'
import { useReportWords } from './use-report-words.ts'

type Report = { data: readonly unknown[] }
type ReportFaceProps<Answer> = { query: UseQueryResult<Answer>; children: (answer: Answer) => ReactNode }

/** A report with its faces; while another period is read, the one before stands back. */
export function ReportFace<Answer extends Report>({ query, children }: ReportFaceProps<Answer>) {
  const words = useReportWords()
  return (
    <QueryFace query={query} rows={8}>
      {(answer) => (
        <div className="desk-report" aria-busy={query.isPlaceholderData}>
          {answer.data.length === 0 ? (
            <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
          ) : (
            children(answer)
          )}
        </div>
      )}
    </QueryFace>
  )
}
