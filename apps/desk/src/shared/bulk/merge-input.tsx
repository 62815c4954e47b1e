import type { Reference } from '@timedesk/contracts/primitives'
import { listCases } from '@timedesk/contracts/work-list'
import { SearchSelect } from '@timedesk/ui/search-select'

import { client } from '../client.ts'
import type { BulkSelection } from './bulk-selection.ts'
import { useBulkWords } from './use-bulk-words.ts'

const FOUND_MAX = 12

type MergeInputProps = {
  into: Reference | null
  selection: BulkSelection
  onChange: (into: Reference | null) => void
}

/** The case that goes on: one of the chosen ones, or one that is looked for. */
export function MergeInput({ into, selection, onChange }: MergeInputProps) {
  const words = useBulkWords()
  return (
    <>
      <SearchSelect
        label={words('into')}
        description={words('intoHint')}
        clearable={false}
        value={into === null ? null : { value: into.id, label: into.name }}
        onChange={(option) => onChange(option === null ? null : { id: option.value, name: option.label })}
        search={async (term, signal) => {
          const wanted = term.trim()
          const query = wanted === '' ? { caseIds: selection.ids.slice(0, FOUND_MAX).join(',') } : { search: wanted }
          const { data } = await client.call(listCases, { query: { ...query, limit: FOUND_MAX }, signal })
          return data.map(({ id, number, subject, customer }) => ({
            value: id,
            label: `#${String(number)} ${subject}`,
            description: customer.name,
          }))
        }}
      />
      <p className="desk-quiet desk-small">{words('mergeSeen')}</p>
    </>
  )
}
