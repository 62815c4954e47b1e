import type { Case } from '@timedesk/contracts/cases'
import { listCases } from '@timedesk/contracts/work-list'
import { SearchSelect, type SearchOption } from '@timedesk/ui/search-select'

import { client } from '../../../shared/client.ts'

const FOUND_MAX = 8

type CasePickerProps = {
  label: string
  placeholder: string
  /** The case that another one is looked for; it is not offered itself. */
  subject: Case
  /** Of its customer alone; otherwise those come first, before anything is typed. */
  isOfCustomer?: boolean
  value: SearchOption | null
  onChange: (option: SearchOption | null) => void
  hideLabel?: boolean
}

/** Finds another case by its number or by words; what happened last comes first. */
export function CasePicker({ subject, isOfCustomer = false, ...picker }: CasePickerProps) {
  return (
    <SearchSelect
      {...picker}
      search={async (term, signal) => {
        const search = term.trim()
        const ofCustomer = isOfCustomer || search === '' ? { customerId: subject.customer.id } : {}
        const looked = search === '' ? { isActive: true } : { search }
        const { data } = await client.call(listCases, { query: { limit: FOUND_MAX, ...ofCustomer, ...looked }, signal })
        return data
          .filter(({ id, mergedIntoNumber }) => id !== subject.id && mergedIntoNumber === null)
          .map(({ id, number, subject: name, customer, status }) => ({
            value: id,
            label: `#${number} ${name}`,
            description: `${customer.name} · ${status.name}`,
          }))
      }}
    />
  )
}
