import { useQuery } from '@tanstack/react-query'
import { PageHeader } from '@timedesk/ui/page-header'

import { CompanyForm } from '../features/settings/company-form.tsx'
import { companyQueries } from '../shared/settings/company-queries.ts'
import { useSettingsWords } from '../features/settings/use-settings-words.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'

/** The company's details. */
export function Component() {
  const words = useSettingsWords()
  const company = useQuery(companyQueries.one())
  return (
    <>
      <PageHeader title={words('companyTitle')} text={words('companyText')} />
      <QueryFace query={company}>{(found) => <CompanyForm company={found} />}</QueryFace>
    </>
  )
}
