import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'

import { ImportDialog } from '../features/payments/import-dialog.tsx'
import { PaymentImportList } from '../features/payments/import-list.tsx'
import { ImportOutcomes } from '../features/payments/import-outcomes.tsx'
import { PaymentList } from '../features/payments/payment-list.tsx'
import { PaymentTabs } from '../features/payments/payment-tabs.tsx'
import { usePaymentWords } from '../features/payments/use-payment-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** Payments, and the files of the bank that they came from. */
export function Component() {
  const words = usePaymentWords()
  const may = useMay()
  const [isImporting, setIsImporting] = useState(false)
  const [shownId, setShownId] = useState<string | null>(null)
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          may('payment:write') && (
            <Button leftSection={<IconFileImport size={16} />} onClick={() => setIsImporting(true)}>
              {words('import')}
            </Button>
          )
        }
      />
      <PaymentTabs />
      <PaymentList />
      <PaymentImportList onShow={setShownId} />
      {isImporting && (
        <ImportDialog
          onClose={() => setIsImporting(false)}
          onImported={(importId) => {
            setIsImporting(false)
            setShownId(importId)
          }}
        />
      )}
      {shownId !== null && <ImportOutcomes importId={shownId} onClose={() => setShownId(null)} />}
    </>
  )
}
