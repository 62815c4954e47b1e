import { Tabs } from '@mantine/core'
import type { Invoice } from '@timedesk/contracts/invoice'

import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { InvoiceHead } from './invoice-head.tsx'
import { InvoiceLog } from './invoice-log.tsx'
import { InvoicePaper } from './invoice-paper.tsx'
import { InvoiceRail } from './invoice-rail.tsx'
import './invoice.css'
import { PdfView } from './pdf-view.tsx'
import { useInvoiceWords } from './use-invoice-words.ts'

const TABS = ['document', 'pdf', 'log'] as const
const TAB_WORDS = { document: 'tabDocument', pdf: 'tabPdf', log: 'tabLog' } as const

/** A document: the draft to be edited in place, or what was posted, with its PDF and its log; which stands in the address. */
export function InvoiceScreen({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const filters = useUrlFilters()
  const tab = TABS.find((candidate) => candidate === filters.get('tab')) ?? 'document'
  return (
    <>
      <InvoiceHead invoice={invoice} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(chosen) => filters.set({ tab: chosen === 'document' ? undefined : (chosen ?? undefined) })}
      >
        <Tabs.List aria-label={words('tabs')} mb="md">
          {TABS.map((option) => (
            <Tabs.Tab key={option} value={option}>
              {words(TAB_WORDS[option])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="document">
          <div className="desk-columns desk-invoice" data-narrow>
            <InvoicePaper invoice={invoice} />
            <InvoiceRail invoice={invoice} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="pdf">
          <PdfView invoice={invoice} />
        </Tabs.Panel>
        <Tabs.Panel value="log">
          <InvoiceLog invoiceId={invoice.id} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
