import { useQuery } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PageHeader } from '@timedesk/ui/page-header'
import { RefusedState } from '@timedesk/ui/refused-state'
import { useNavigate } from 'react-router'
import { ReportForm } from '../features/report/report-form.tsx'
import { useReportWords } from '../features/report/use-report-words.ts'
import { caseQueries } from '../shared/case-queries.ts'
import { useCan } from '../shared/me.ts'
import { casePath } from '../shared/paths.ts'
import { QueryFailure } from '../shared/query-failure.tsx'
import { useDocumentTitle } from '../shared/use-document-title.ts'
import { useNotify } from '../shared/use-notify.ts'

/** Reports a case, which then opens. */
export function ReportPage() {
  const words = useReportWords()
  const canReport = useCan('case:write')
  useDocumentTitle(words('title'))

  if (!canReport) return <RefusedState title={words('notForYou')} sentence={words('notForYouText')} />
  return (
    <div className="ex-page">
      <PageHeader title={words('title')} text={words('text')} />
      <Report />
    </div>
  )
}

function Report() {
  const words = useReportWords()
  const navigate = useNavigate()
  const notify = useNotify()
  const choices = useQuery(caseQueries.choices())

  if (choices.isPending) return <LoadingState />
  if (choices.data === undefined) {
    return <QueryFailure error={choices.error} onRetry={() => void choices.refetch()} />
  }
  return (
    <ReportForm
      choices={choices.data}
      onReported={({ number }) => {
        notify(words('sent', { number }))
        void navigate(casePath(number))
      }}
    />
  )
}
