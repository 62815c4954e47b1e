import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import type { Invoice, InvoiceLine } from '@timedesk/contracts/invoice'
import { useState } from 'react'

import { ConfirmDialog } from '../../shared/deeds/confirm-dialog.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { useRemoveLine, useUpdateLine } from './use-edit-draft.ts'
import { useInvoiceWords } from './use-invoice-words.ts'

type LineButtonsProps = { invoice: Invoice; line: InvoiceLine; index: number; onEdit: () => void }

/** Edits a line of a draft, moves it, or takes it off. */
export function LineButtons({ invoice, line, index, onEdit }: LineButtonsProps) {
  const words = useInvoiceWords()
  const tell = useTell()
  const update = useUpdateLine(invoice, line.id)
  const removal = useRemoveLine(invoice, line.id)
  const [isAsked, setIsAsked] = useState(false)
  const lines = invoice.invoiceLines
  const position = index + 1
  // The neighbour's own place is taken, whatever numbers the places have.
  const move = (to: number) => {
    const neighbour = lines[to]
    if (neighbour !== undefined) update.mutate({ position: neighbour.position }, { onError: tell('').onError })
  }
  const icon = { variant: 'subtle', color: 'gray', size: 'md' } as const
  return (
    <span className="desk-line-buttons">
      <ActionIcon {...icon} aria-label={words('editLine', { position })} onClick={onEdit}>
        <IconPencil size={16} />
      </ActionIcon>
      <ActionIcon
        {...icon}
        aria-label={words('moveUp', { position })}
        disabled={index === 0 || update.isPending}
        onClick={() => move(index - 1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        {...icon}
        aria-label={words('moveDown', { position })}
        disabled={position === lines.length || update.isPending}
        onClick={() => move(index + 1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon {...icon} aria-label={words('removeLine', { position })} onClick={() => setIsAsked(true)}>
        <IconTrash size={16} />
      </ActionIcon>
      {isAsked && (
        <ConfirmDialog
          isDangerous
          question={words('removeLineQuestion', { text: line.text })}
          consequence={words('removeLineText')}
          confirmLabel={words('remove')}
          onConfirm={() => {
            setIsAsked(false)
            removal.mutate(undefined, tell(words('removed')))
          }}
          onClose={() => setIsAsked(false)}
        />
      )}
    </span>
  )
}
