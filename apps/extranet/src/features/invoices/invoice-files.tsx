import { Button } from '@mantine/core'
import type { ExtranetInvoice } from '@timedesk/contracts/extranet-invoices'
import { IconDownload, IconExternalLink, IconFileCode } from '@tabler/icons-react'
import { pdfUrl, ublUrl } from './invoice-queries.ts'
import './invoices.css'
import { useInvoicesWords } from './use-invoices-words.ts'

/** The document itself: the PDF to read or to keep, and what an accounting system reads. */
export function InvoiceFiles({ invoice: { id, hasUbl } }: { invoice: Pick<ExtranetInvoice, 'id' | 'hasUbl'> }) {
  const words = useInvoicesWords()
  return (
    <div className="ex-invoice-files">
      <Button
        component="a"
        href={pdfUrl(id, true)}
        target="_blank"
        rel="noopener"
        leftSection={<IconExternalLink size={16} stroke={1.7} aria-hidden="true" />}
      >
        {words('viewPdf')}
        <span className="td-visually-hidden"> ({words('newTab')})</span>
      </Button>
      <Button
        component="a"
        href={pdfUrl(id)}
        download
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
      >
        {words('downloadPdf')}
      </Button>
      {hasUbl && (
        <Button
          component="a"
          href={ublUrl(id)}
          download
          variant="default"
          title={words('ublText')}
          leftSection={<IconFileCode size={16} stroke={1.7} aria-hidden="true" />}
        >
          {words('downloadUbl')}
        </Button>
      )}
    </div>
  )
}
