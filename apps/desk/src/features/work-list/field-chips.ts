import { useQueries, useQuery } from '@tanstack/react-query'
import { getContact } from '@timedesk/contracts/contacts'
import type { CaseField } from '@timedesk/contracts/custom-fields'
import { labelOf } from '@timedesk/domain/fields/label-of'
import type { FilterChip } from '@timedesk/ui/filter-chips'
import { useFormat } from '@timedesk/ui/format'
import { useLanguage } from '@timedesk/ui/use-language'

import { client } from '../../shared/client.ts'
import { customFieldQueries } from '../../shared/custom-fields/custom-field-queries.ts'
import { fieldName } from '@timedesk/ui/field-names'
import { queryRoots } from '../../shared/query-roots.ts'
import { readFieldFilter, readRange } from './field-filter.ts'
import { useFilterWords } from './use-filter-words.ts'

/** The filters by custom fields in words; each is its own key. */
export function useFieldChips(filters: readonly string[]): FilterChip[] {
  const words = useFilterWords()
  const { language } = useLanguage()
  const wordValue = useValueWords(filters)
  const { data: fields } = useQuery({ ...customFieldQueries.all(), enabled: filters.length > 0 })
  return filters.map((filter) => {
    const { fieldId, value } = readFieldFilter(filter)
    const field = fields?.find(({ id }) => id === fieldId)
    if (field === undefined) return { key: filter, label: '…' }
    const name = fieldName(field, language)
    const label =
      value === '' ? words('fieldEmpty', { name }) : words('fieldIs', { name, value: wordValue(field, value) })
    return { key: filter, label }
  })
}

function useValueWords(filters: readonly string[]): (field: CaseField, value: string) => string {
  const words = useFilterWords()
  const format = useFormat()
  const { language } = useLanguage()
  const nameOf = useContactNames(filters)
  return (field, value) => {
    switch (field.kind) {
      case 'checkbox':
        return words(value === 'true' ? 'yes' : 'no')
      case 'contact':
        return nameOf(value)
      case 'number':
      case 'date': {
        const { from, to } = readRange(value)
        const word = (end: string) => (end === '' ? '' : field.kind === 'date' ? format.workDate(end) : end)
        return from === to ? word(from) : `${word(from)} – ${word(to)}`
      }
      default:
        return labelOf(field, value, language)
    }
  }
}

/** The names of contacts that an address names by id only. */
function useContactNames(filters: readonly string[]): (contactId: string) => string {
  const { data: fields = [] } = useQuery({ ...customFieldQueries.all(), enabled: filters.length > 0 })
  const ids = filters
    .map(readFieldFilter)
    .filter(({ fieldId, value }) => value !== '' && fields.some(({ id, kind }) => id === fieldId && kind === 'contact'))
    .map(({ value }) => value)
  return useQueries({
    queries: ids.map((contactId) => ({
      queryKey: [...queryRoots.contacts, 'detail', contactId],
      queryFn: ({ signal }: { signal: AbortSignal }) => client.call(getContact, { params: { contactId }, signal }),
    })),
    combine: (contacts) => {
      const names = new Map(contacts.map(({ data }, index) => [ids[index], data?.name]))
      return (contactId: string) => names.get(contactId) ?? '…'
    },
  })
}
