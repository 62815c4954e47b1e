import { SegmentedControl } from '@mantine/core'
import type { Voucher } from '@timedesk/contracts/vouchers'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useUnits } from '../../shared/cover/use-units.ts'
import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { parseUnits } from '../../shared/terms/prepaid-units.ts'
import { MovementDialog } from './movement-dialog.tsx'
import { UnitsField } from './units-field.tsx'
import { useAdjustVoucher } from './use-move-voucher.ts'
import { useVoucherWords } from './use-voucher-words.ts'

/** Adds free units or takes some away; the price stays (R30). */
export function AdjustDialog({ voucher, onClose }: { voucher: Voucher; onClose: () => void }) {
  const words = useVoucherWords()
  const format = useFormat()
  const wording = useUnits()
  const me = useMe()
  const adjustment = useAdjustVoucher(voucher.id)
  const [draft, setDraft] = useState({
    direction: 'add',
    quantity: '',
    reason: '',
    approver: { id: me.id, name: me.name },
  })
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))
  const errorOf = useFieldProblem(adjustment.error)
  const { name, unit, available, liability } = voucher
  const size = parseUnits(draft.quantity, unit)
  const units = size === null || size === 0 ? null : draft.direction === 'add' ? size : -size
  const shown = { unit, currency: liability.currency }
  const after = units === null ? null : available + units

  return (
    <MovementDialog
      title={words('adjustTitle', { name })}
      submitLabel={words('adjust')}
      movement={adjustment}
      names={['units', 'approverId']}
      reason={draft.reason}
      onReason={(reason) => change({ reason })}
      input={units === null ? null : { units, reason: draft.reason.trim(), approverId: draft.approver.id }}
      done={words('adjusted', { name })}
      onClose={onClose}
      consequence={
        after === null
          ? null
          : after < 0
            ? words('tooFew', { available: wording.long(available, shown) })
            : words('adjustText', {
                after: wording.long(after, shown),
                before: wording.long(available, shown),
                owed: format.money(liability),
              })
      }
    >
      <SegmentedControl
        aria-label={words('direction')}
        value={draft.direction}
        onChange={(direction) => change({ direction })}
        data={[
          { value: 'add', label: words('add') },
          { value: 'take', label: words('take') },
        ]}
      />
      <UnitsField
        voucher={voucher}
        value={draft.quantity}
        error={errorOf('units')}
        onChange={(quantity) => change({ quantity })}
      />
      <EmployeePicker
        label={words('approver')}
        description={words('approverHint')}
        required
        clearable={false}
        value={draft.approver}
        error={errorOf('approverId')}
        onChange={(approver) => change({ approver: approver ?? draft.approver })}
      />
    </MovementDialog>
  )
}
