import { PageHeader } from '@timedesk/ui/page-header'

import { IntegrityChecks, useIntegrityWords } from '../features/integrity/integrity-report.tsx'

/** What must always be true, and whether it is. */
export function Component() {
  const words = useIntegrityWords()
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <IntegrityChecks />
    </>
  )
}
