import { Button } from '@mantine/core'
import type { Invoice, InvoiceLine, InvoiceSource } from '@timedesk/contracts/invoice'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { EntryWork } from '../../shared/entries/entry-work.tsx'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { isZero } from '../../shared/money.ts'
import { useReleaseSource } from './use-edit-draft.ts'
import { useInvoiceWords } from './use-invoice-words.ts'

type LineSourcesProps = { invoice: Invoice; line: InvoiceLine; position: number }

/** What a line charges for: each time entry with who, when and how it became money; vouchers and periods. */
export function LineSources({ invoice, line, position }: LineSourcesProps) {
  const words = useInvoiceWords()
  const format = useFormat()
  return (
    <div className="desk-line-sources">
      <DataTable
        label={words('sourcesOf', { position })}
        rows={line.sources}
        rowKey={({ id }) => id}
        isQuiet={({ isLive }) => !isLive && invoice.kind === 'invoice'}
        columns={[
          { key: 'what', header: words('what'), priority: 1, render: (source) => <SourceWhat source={source} /> },
          {
            key: 'registered',
            header: words('sourceRegistered'),
            align: 'end',
            render: ({ registered }) => format.money(registered),
          },
          {
            key: 'amount',
            header: words('sourceAmount'),
            align: 'end',
            render: (source) => <SourceAmount source={source} />,
          },
        ]}
        {...(invoice.can.edit && {
          rowActions: (source: InvoiceSource) => <ReleaseButton {...{ invoice, source }} />,
        })}
      />
    </div>
  )
}

function SourceWhat({ source: { item, isLive, disposition } }: { source: InvoiceSource }) {
  const words = useInvoiceWords()
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  return (
    <div className="desk-stack">
      {item.entry === null ? (
        <>
          <span>{item.text}</span>
          <span className="desk-quiet desk-small">
            {invoicingWords(`source_${item.source}`)} · {format.workDate(item.day)}
          </span>
        </>
      ) : (
        <EntryWork entry={item.entry} isWhole />
      )}
      {disposition !== null && <Mark>{words(`disposition_${disposition}`)}</Mark>}
      {disposition === null && !isLive && <Mark>{words('givenBack')}</Mark>}
    </div>
  )
}

function SourceAmount({ source: { amount, credited } }: { source: InvoiceSource }) {
  const words = useInvoiceWords()
  const format = useFormat()
  return (
    <div className="desk-stack" data-end>
      <span>{format.money(amount)}</span>
      {!isZero(credited) && (
        <span className="desk-quiet desk-small">{words('creditedPart', { amount: format.money(credited) })}</span>
      )}
    </div>
  )
}

function ReleaseButton({ invoice, source }: { invoice: Invoice; source: InvoiceSource }) {
  const words = useInvoiceWords()
  const tell = useTell()
  const release = useReleaseSource(invoice)
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={words('releaseOf', { name: source.item.text })}
      loading={release.isPending}
      onClick={() => release.mutate(source.id, tell(words('released')))}
    >
      {words('release')}
    </Button>
  )
}
