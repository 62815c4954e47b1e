import { SearchSelect, type SearchOption } from '@timedesk/ui/search-select'
import type { Reference } from '@timedesk/contracts/primitives'
import type { ReactNode } from 'react'

import { optionOf, referenceOf } from './searches.ts'

type ReferenceSelectProps = {
  label: string
  value: Reference | null
  onChange: (chosen: Reference | null) => void
  search: (term: string, signal: AbortSignal) => Promise<readonly SearchOption[]>
  description?: string
  error?: ReactNode
  required?: boolean
  disabled?: boolean
}

/** Picks one thing by typing, as its id and name. */
export function ReferenceSelect({ value, onChange, ...select }: ReferenceSelectProps) {
  return (
    <SearchSelect
      {...select}
      value={optionOf(value)}
      onChange={(option) => onChange(referenceOf(option))}
      clearable={select.required !== true}
    />
  )
}
