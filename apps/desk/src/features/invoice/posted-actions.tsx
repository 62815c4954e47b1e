import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileTypePdf } from '@tabler/icons-react'
import { type Invoice } from '@timedesk/contracts/invoice'
import { getInvoicePdf, getInvoiceUbl } from '@timedesk/contracts/invoice-postings'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { client } from '../../shared/client.ts'
import { ConfirmDialog } from '../../shared/deeds/confirm-dialog.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { CreditDialog } from './credit-dialog.tsx'
import { PaymentDialog } from './payment-dialog.tsx'
import { SendDialog } from './send-dialog.tsx'
import { useInvoiceWords } from './use-invoice-words.ts'
import { useRemind } from './use-settle-invoice.ts'

const DIALOGS = { send: SendDialog, credit: CreditDialog, pay: PaymentDialog, remind: RemindQuestion }
type Deed = keyof typeof DIALOGS

/** What may be done with a posted document, and its files. */
export function PostedActions({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const [asked, setAsked] = useState<Deed | null>(null)
  const { id, kind, can } = invoice
  const params = { invoiceId: id }
  const deeds = (['pay', 'credit', 'remind'] as const).filter((deed) => can[deed])
  const Dialog = asked === null ? null : DIALOGS[asked]
  return (
    <>
      <Button
        variant="default"
        component="a"
        href={client.urlOf(getInvoicePdf, { params })}
        download
        leftSection={<IconFileTypePdf size={16} />}
      >
        PDF
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} />}>
            {words('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {deeds.map((deed) => (
            <Menu.Item key={deed} onClick={() => setAsked(deed)}>
              {words(deed === 'pay' && kind === 'credit_note' ? 'payBack' : deed)}
            </Menu.Item>
          ))}
          <Menu.Item component="a" href={client.urlOf(getInvoiceUbl, { params })} download>
            {words('downloadUbl')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {can.send && <Button onClick={() => setAsked('send')}>{words('send')}</Button>}
      {Dialog !== null && <Dialog invoice={invoice} onClose={() => setAsked(null)} />}
    </>
  )
}

function RemindQuestion({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const words = useInvoiceWords()
  const format = useFormat()
  const tell = useTell()
  const remind = useRemind(invoice.id)
  const { customer, number, remaining } = invoice
  return (
    <ConfirmDialog
      question={words('remindQuestion', { customer: customer.name, number: number ?? '' })}
      consequence={words('remindText', { amount: format.money(remaining) })}
      confirmLabel={words('remind')}
      isPending={remind.isPending}
      onConfirm={() => remind.mutate(undefined, tell(words('reminded'), onClose))}
      onClose={onClose}
    />
  )
}
