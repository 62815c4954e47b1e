import { Anchor, Button } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { paths } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { EditAgreementDialog } from './edit-agreement-dialog.tsx'
import { useUpdateAgreement } from './use-save-agreement.ts'
import { useAgreementWords } from './use-agreement-words.ts'

const MARK_KINDS = { draft: 'quiet', active: 'good', suspended: 'warn', ended: 'quiet' } as const

type AgreementTableProps = { agreements: readonly Agreement[]; withCustomer: boolean }

/** Agreements with what they cost; `withCustomer` tells whose they are. */
export function AgreementTable({ agreements, withCustomer }: AgreementTableProps) {
  const words = useAgreementWords()
  const format = useFormat()
  const mayWrite = useMay()('agreement:write')
  const [editedId, setEditedId] = useState<string | null>(null)
  const edited = agreements.find(({ id }) => id === editedId)
  const customerColumn: DataColumn<Agreement> = {
    key: 'customer',
    header: words('customer'),
    render: ({ customer }) => (
      <Anchor component={Link} to={paths.customer(customer.id)}>
        {customer.name}
      </Anchor>
    ),
  }
  const columns: DataColumn<Agreement>[] = [
    {
      key: 'heading',
      header: words('heading'),
      priority: 1,
      render: ({ number, heading, state }) => (
        <span>
          #{number} {heading}
          <Mark kind={MARK_KINDS[state]}>{words(`state_${state}`)}</Mark>
        </span>
      ),
    },
    ...(withCustomer ? [customerColumn] : []),
    {
      key: 'validity',
      header: words('validity'),
      render: ({ validFrom, validTo }) =>
        `${format.workDate(validFrom)} – ${validTo === null ? words('openEnd') : format.workDate(validTo)}`,
    },
    {
      key: 'rounding',
      header: words('rounding'),
      priority: 3,
      render: (row) => words('roundingWords', { increment: row.incrementMinutes, minimum: row.minimumMinutes }),
    },
    {
      key: 'rate',
      header: words('rate'),
      align: 'end',
      render: ({ ratePerHour }) => (ratePerHour === null ? '—' : format.money(ratePerHour)),
    },
  ]

  return (
    <>
      <DataTable
        label={words('title')}
        rows={agreements}
        rowKey={(row) => row.id}
        isQuiet={(row) => row.state === 'ended'}
        columns={columns}
        {...(mayWrite && {
          rowActions: (row: Agreement) => <RowButtons agreement={row} onEdit={() => setEditedId(row.id)} />,
        })}
      />
      {edited !== undefined && <EditAgreementDialog agreement={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}

function RowButtons({ agreement, onEdit }: { agreement: Agreement; onEdit: () => void }) {
  const words = useAgreementWords()
  const formWords = useFormWords()
  const tell = useTell()
  const update = useUpdateAgreement()
  const { heading: name, state } = agreement
  if (state === 'ended') return null
  return (
    <span className="desk-row-buttons">
      <Button size="compact-xs" variant="default" aria-label={words('editTitle', { name })} onClick={onEdit}>
        {formWords('edit')}
      </Button>
      <ConfirmButton
        size="compact-xs"
        question={words('endQuestion', { name })}
        consequence={words('endConsequence')}
        confirmLabel={words('end')}
        isDangerous
        loading={update.isPending}
        onConfirm={() => update.mutate({ agreement, changes: { state: 'ended' } }, tell(words('ended', { name })))}
      >
        {words('end')}
      </ConfirmButton>
    </span>
  )
}
