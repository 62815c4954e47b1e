import { listCases } from '@timedesk/contracts/work-list'
import { SearchSelect } from '@timedesk/ui/search-select'

import { client } from '../../shared/client.ts'
import { useTextWords } from './use-text-words.ts'

const FOUND_MAX = 8

export type PickedCase = { id: string; label: string }
type CasePickerProps = { value: PickedCase | null; onChange: (picked: PickedCase | null) => void }

/** Finds a case by its number or words. */
export function CasePicker({ value, onChange }: CasePickerProps) {
  const words = useTextWords()
  return (
    <SearchSelect
      label={words('previewCase')}
      placeholder={words('previewHint')}
      value={value === null ? null : { value: value.id, label: value.label }}
      onChange={(option) => onChange(option === null ? null : { id: option.value, label: option.label })}
      search={async (term, signal) => {
        const query = { limit: FOUND_MAX, ...(term.trim() !== '' && { search: term.trim() }) }
        const { data } = await client.call(listCases, { query, signal })
        return data.map(({ id, number, subject, customer }) => ({
          ...{ value: id, label: `#${number} ${subject}`, description: customer.name },
        }))
      }}
    />
  )
}
