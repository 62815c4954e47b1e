import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileTypePdf } from '@tabler/icons-react'
import { pdfUrl } from './invoice-queries.ts'
import './invoices.css'
import { useInvoicesWords } from './use-invoices-words.ts'

/** The PDF on the page itself, fetched when somebody wants to see it. */
export function InvoicePdf({ id, title }: { id: string; title: string }) {
  const words = useInvoicesWords()
  const [isOpen, document] = useDisclosure(false)
  return (
    <div className="ex-invoice-pdf">
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        leftSection={<IconFileTypePdf size={16} stroke={1.7} aria-hidden="true" />}
        onClick={document.toggle}
      >
        {words(isOpen ? 'hideHere' : 'showHere')}
      </Button>
      {isOpen && <iframe title={title} src={pdfUrl(id, true)} />}
    </div>
  )
}
