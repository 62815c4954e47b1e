import { Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Voucher } from '@timedesk/contracts/vouchers'
import { transfer } from '@timedesk/domain/vouchers/movements'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useUnits } from '../../shared/cover/use-units.ts'
import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { parseUnits } from '../../shared/terms/prepaid-units.ts'
import { MovementDialog } from './movement-dialog.tsx'
import { poolStateOf } from './pool-state.ts'
import { voucherQueries } from './queries.ts'
import { UnitsField } from './units-field.tsx'
import { useTransferVoucher } from './use-move-voucher.ts'
import { useVoucherWords } from './use-voucher-words.ts'

/** Moves units to another voucher of the customer, and with them what is owed for them. */
export function TransferDialog({ voucher, onClose }: { voucher: Voucher; onClose: () => void }) {
  const words = useVoucherWords()
  const transferral = useTransferVoucher(voucher.id)
  const [draft, setDraft] = useState({ toId: '', quantity: '', reason: '' })
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))
  const errorOf = useFieldProblem(transferral.error)
  const { name, unit, price, customer } = voucher
  const others = useQuery(voucherQueries.active(customer.id))
  const choices = (others.data ?? []).filter(
    (other) => other.id !== voucher.id && other.unit === unit && other.price.currency === price.currency,
  )
  const to = choices.find(({ id }) => id === draft.toId)
  const units = parseUnits(draft.quantity, unit)
  const isWhole = to !== undefined && units !== null && units > 0

  return (
    <MovementDialog
      title={words('transferTitle', { name })}
      submitLabel={words('transfer')}
      movement={transferral}
      names={['units', 'toVoucherId']}
      reason={draft.reason}
      onReason={(reason) => change({ reason })}
      input={isWhole ? { toVoucherId: to.id, units, reason: draft.reason.trim() } : null}
      done={words('transferred')}
      onClose={onClose}
      consequence={useTransferWords(voucher, to, units)}
    >
      {others.isSuccess && choices.length === 0 && (
        <Text size="sm" role="alert">
          {words('transferNone')}
        </Text>
      )}
      <Select
        label={words('transferTo')}
        required
        allowDeselect={false}
        data={choices.map((other) => ({ value: other.id, label: `${other.name} · ${other.agreement.name}` }))}
        value={draft.toId === '' ? null : draft.toId}
        error={errorOf('toVoucherId')}
        onChange={(toId) => change({ toId: toId ?? '' })}
      />
      <UnitsField
        voucher={voucher}
        value={draft.quantity}
        error={errorOf('units')}
        onChange={(quantity) => change({ quantity })}
      />
    </MovementDialog>
  )
}

/** What either voucher has afterwards, by the rule that will move the units. */
function useTransferWords(from: Voucher, to: Voucher | undefined, units: number | null): string | null {
  const words = useVoucherWords()
  const format = useFormat()
  const wording = useUnits()
  if (to === undefined || units === null || units < 1) return null
  const { unit, price } = from
  const shown = { unit, currency: price.currency }
  const moved = transfer(poolStateOf(from), poolStateOf(to), units)
  if (!moved.ok) return words('tooFew', { available: wording.long(from.available, shown) })
  return words('transferText', {
    ...{ name: from.name, to: to.name },
    left: wording.long(moved.out.pool.balance, shown),
    after: wording.long(moved.into.pool.balance, shown),
    owed: format.minor(moved.into.row.liabilityChange, price.currency),
  })
}
