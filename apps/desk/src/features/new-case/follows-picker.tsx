import { listCases } from '@timedesk/contracts/work-list'
import type { Reference } from '@timedesk/contracts/primitives'
import { SearchSelect } from '@timedesk/ui/search-select'

import { client } from '../../shared/client.ts'
import { useNewCaseWords } from './use-new-case-words.ts'

const FOUND_MAX = 12

type FollowsPickerProps = {
  customerId: string
  value: Reference | null
  onChange: (follows: Reference | null) => void
  error: string | undefined
}

/** The ended case of the customer that the new one goes on from. */
export function FollowsPicker({ customerId, value, onChange, error }: FollowsPickerProps) {
  const words = useNewCaseWords()
  return (
    <SearchSelect
      key={customerId}
      label={words('follows')}
      placeholder={words('followsHint')}
      error={error}
      value={value === null ? null : { value: value.id, label: value.name }}
      onChange={(option) => onChange(option === null ? null : { id: option.value, name: option.label })}
      search={async (term, signal) => {
        const query = {
          limit: FOUND_MAX,
          customerId,
          status: ['closed' as const, 'cancelled' as const],
          ...(term.trim() !== '' && { search: term.trim() }),
        }
        const { data } = await client.call(listCases, { query, signal })
        return data.map(({ id, number, subject }) => ({ value: id, label: `#${number} ${subject}` }))
      }}
    />
  )
}
