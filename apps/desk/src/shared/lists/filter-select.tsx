import { Select } from '@mantine/core'

import type { UrlFilters } from './use-url-filters.ts'

type FilterSelectProps<Option extends string> = {
  filters: UrlFilters
  /** What the filter is called in the address. */
  name: string
  label: string
  /** Shows the label, beside others that do. */
  withLabel?: boolean
  /** What stands there when none is chosen, and takes the choice away. */
  anyLabel: string
  options: readonly Option[]
  wordOf: (option: Option) => string
  value: Option | undefined
}

/** One of several, held in the address; none shows all. */
export function FilterSelect<Option extends string>(props: FilterSelectProps<Option>) {
  const { filters, name, label, withLabel = false, anyLabel, options, wordOf, value } = props
  return (
    <Select
      {...(withLabel ? { label } : { 'aria-label': label })}
      placeholder={anyLabel}
      clearable
      clearButtonProps={{ 'aria-label': anyLabel }}
      data={options.map((option) => ({ value: option, label: wordOf(option) }))}
      value={value ?? null}
      onChange={(chosen) => filters.set({ [name]: chosen ?? undefined })}
    />
  )
}
