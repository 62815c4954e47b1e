import { Anchor, Text } from '@mantine/core'
import { type Invoice } from '@timedesk/contracts/invoice'
import { getInvoicePdf } from '@timedesk/contracts/invoice-postings'

import { client } from '../../shared/client.ts'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

/** The PDF as the customer gets it; of a draft as it would be. A change draws it anew. */
export function PdfView({ invoice: { id, kind, number, version } }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const address = client.urlOf(getInvoicePdf, { params: { invoiceId: id }, query: { inline: 'true' } })
  return (
    <>
      <Text size="sm" c="var(--td-ink-quiet)" mb="sm">
        {number === null && `${words('pdfDraft')} `}
        <Anchor href={address} target="_blank" rel="noreferrer" inherit underline="always">
          {words('openPdf')}
        </Anchor>
      </Text>
      <iframe
        key={version}
        className="desk-pdf"
        title={words('pdfTitle', { name: number ?? words(`draft_${kind}`) })}
        src={address}
      />
    </>
  )
}
