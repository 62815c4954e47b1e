import { PageHeader } from '@timedesk/ui/page-header'
import { RefusedState } from '@timedesk/ui/refused-state'
import { AgreementList } from '../features/agreements/agreement-list.tsx'
import { useAgreementsWords } from '../features/agreements/use-agreements-words.ts'
import { useCan, useMe } from '../shared/me.ts'
import { useDocumentTitle } from '../shared/use-document-title.ts'

/** What the own company has agreed with the supplier, for those who may see it. */
export function AgreementsPage() {
  const words = useAgreementsWords()
  const me = useMe()
  const canSee = useCan('agreement:read')
  useDocumentTitle(words('title'))

  return (
    <div className="ex-page">
      <PageHeader title={words('title')} text={words('text', { customer: me.customer.name, supplier: me.supplier })} />
      {canSee ? <AgreementList /> : <RefusedState sentence={words('notForYou')} />}
    </div>
  )
}
