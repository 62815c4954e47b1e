import { listInvoices } from '@timedesk/contracts/invoices'
import type { Reference } from '@timedesk/contracts/primitives'
import { useFormat } from '@timedesk/ui/format'
import { SearchSelect } from '@timedesk/ui/search-select'
import type { ReactNode } from 'react'

import { client } from '../../shared/client.ts'
import { useInvoiceWords } from './use-invoice-words.ts'

const FOUND_MAX = 12

type CorrectedPickerProps = {
  customerId: string
  value: Reference | null
  error: ReactNode
  onChange: (chosen: Reference | null) => void
}

/** Finds the posted invoice that a credit note corrects. */
export function CorrectedPicker({ customerId, value, error, onChange }: CorrectedPickerProps) {
  const words = useInvoiceWords()
  const format = useFormat()
  return (
    <SearchSelect
      label={words('correctsId')}
      error={error}
      value={value === null ? null : { value: value.id, label: value.name }}
      onChange={(option) => onChange(option === null ? null : { id: option.value, name: option.label })}
      search={async (term, signal) => {
        const search = term.trim()
        const { data } = await client.call(listInvoices, {
          query: { limit: FOUND_MAX, customerId, kind: 'invoice', ...(search !== '' && { search }) },
          signal,
        })
        return data.flatMap(({ id, number, payable, issuedOn }) =>
          number === null
            ? []
            : [{ value: id, label: number, description: `${issuedOn ?? ''} · ${format.money(payable)}` }],
        )
      }}
    />
  )
}
