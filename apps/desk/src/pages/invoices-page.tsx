import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'
import { Link } from 'react-router'

import { InvoiceList } from '../features/invoices/invoice-list.tsx'
import { NewDraftDialog } from '../features/invoices/new-draft-dialog.tsx'
import { useInvoiceListWords } from '../features/invoices/use-invoice-list-words.ts'
import { newRunPath } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'

/** Drafts, invoices and credit notes. */
export function Component() {
  const words = useInvoiceListWords()
  const may = useMay()
  const [isDrafting, setIsDrafting] = useState(false)
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          may('invoice:write') && (
            <>
              <Button variant="default" component={Link} to={newRunPath}>
                {words('newRun')}
              </Button>
              <Button leftSection={<IconPlus size={16} />} onClick={() => setIsDrafting(true)}>
                {words('newDraft')}
              </Button>
            </>
          )
        }
      />
      <InvoiceList />
      {isDrafting && <NewDraftDialog onClose={() => setIsDrafting(false)} />}
    </>
  )
}
