import { TextInput } from '@mantine/core'
import type { Voucher } from '@timedesk/contracts/vouchers'
import type { ReactNode } from 'react'

import { useVoucherWords } from './use-voucher-words.ts'

type UnitsFieldProps = { voucher: Voucher; value: string; onChange: (text: string) => void; error: ReactNode }

/** Units of a voucher as people write them: hours, cases, or an amount. */
export function UnitsField({ voucher: { unit, price }, value, onChange, error }: UnitsFieldProps) {
  const words = useVoucherWords()
  return (
    <TextInput
      label={words(`units_${unit}`, { currency: price.currency })}
      required
      data-autofocus
      autoComplete="off"
      inputMode="decimal"
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
