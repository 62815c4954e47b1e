import { PageHeader } from '@timedesk/ui/page-header'
import { RefusedState } from '@timedesk/ui/refused-state'
import { ColleagueList } from '../features/colleagues/colleague-list.tsx'
import { useColleaguesWords } from '../features/colleagues/use-colleagues-words.ts'
import { useCan, useMe } from '../shared/me.ts'
import { useDocumentTitle } from '../shared/use-document-title.ts'

/** The people of the own company, for those who may see them. */
export function ColleaguesPage() {
  const words = useColleaguesWords()
  const me = useMe()
  const canSee = useCan('colleague:read')
  useDocumentTitle(words('title'))

  if (!canSee) return <RefusedState sentence={words('notForYou')} />
  return (
    <div className="ex-page">
      <PageHeader title={words('title')} text={words('text', { customer: me.customer.name })} />
      <ColleagueList />
    </div>
  )
}
