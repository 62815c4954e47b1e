import { Select } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { listMacros } from '@timedesk/contracts/macros'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'
import { useBulkWords } from './use-bulk-words.ts'

const usableMacros = queryOptions({
  queryKey: [...queryRoots.macros, 'usable'],
  queryFn: ({ signal }) =>
    Array.fromAsync(client.items(listMacros, { query: { isActive: true, limit: PAGE_SIZE_MAX }, signal })),
})

type MacroInputProps = { macroId: string | null; onChange: (macroId: string | null) => void }

/** One of the macros that this person may run. */
export function MacroInput({ macroId, onChange }: MacroInputProps) {
  const words = useBulkWords()
  const macros = useQuery(usableMacros)
  const isEmpty = macros.data?.length === 0
  return (
    <Select
      label={words('macro')}
      data-autofocus
      searchable
      allowDeselect={false}
      data={(macros.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={macroId}
      error={macros.isError ? words('macroFailed') : undefined}
      {...(isEmpty && { description: words('macroNone') })}
      onChange={onChange}
    />
  )
}
