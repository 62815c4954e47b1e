import { useQuery } from '@tanstack/react-query'
import { PageHeader } from '@timedesk/ui/page-header'

import { RatePanel } from '../features/invoicing-settings/rate-panel.tsx'
import { InvoicingSettingsForm } from '../features/invoicing-settings/settings-form.tsx'
import { useInvoicingSettingsWords } from '../features/invoicing-settings/use-invoicing-settings-words.ts'
import { invoicingSettingsQueries } from '../shared/invoicing/invoicing-settings-queries.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { useMay } from '../shared/session/use-me.ts'

/** How the company invoices, and what foreign currencies are worth. */
export function Component() {
  const words = useInvoicingSettingsWords()
  const mayWrite = useMay()('settings:write')
  const settings = useQuery(invoicingSettingsQueries.one())
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <QueryFace query={settings}>
        {(found) => <InvoicingSettingsForm settings={found} mayWrite={mayWrite} />}
      </QueryFace>
      <RatePanel mayWrite={mayWrite} />
    </>
  )
}
