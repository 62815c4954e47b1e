import { useQueries, useQuery } from '@tanstack/react-query'
import type { FilterChip } from '@timedesk/ui/filter-chips'
import { useFormat } from '@timedesk/ui/format'
import { useTranslation } from 'react-i18next'

import { useCaseWords } from '../../shared/cases/use-case-words.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { DUE_WITHIN } from './due-before.ts'
import { useFieldChips } from './field-chips.ts'
import type { WorkFilters } from './filters.ts'
import { useFilterWords } from './use-filter-words.ts'

// Few lists are narrowed to one customer or person, so their contracts are fetched for those that are.
const lookups = () => import('./filter-lookups.ts')

const STATUS_WORDS = {
  new: 'statusNew',
  open: 'statusOpen',
  waiting_customer: 'statusWaitingCustomer',
  waiting_third_party: 'statusWaitingThirdParty',
  solved: 'statusSolved',
  closed: 'statusClosed',
  cancelled: 'statusCancelled',
} as const

/** The word for a category of status. */
export function useStatusName(): (category: keyof typeof STATUS_WORDS) => string {
  const { t } = useTranslation('ui')
  return (category) => t(STATUS_WORDS[category])
}

/** The customer and the person that an address names by id only. */
export function useNamedFilters({ customer, responsible }: WorkFilters) {
  const [customerName, employeeName] = useQueries({
    queries: [
      {
        queryKey: ['customers', 'name', customer],
        queryFn: async () => (await lookups()).findCustomerName(customer ?? ''),
        enabled: customer !== null,
      },
      {
        queryKey: ['employees', 'name', responsible],
        queryFn: async () => (await lookups()).findEmployeeName(responsible ?? ''),
        enabled: responsible !== null,
      },
    ],
  })
  return {
    customer: customer === null ? null : { id: customer, name: customerName.data ?? '…' },
    responsible: responsible === null ? null : { id: responsible, name: employeeName.data ?? '…' },
  }
}

/** Until when something is due, in words. */
export function useDueName(): (due: string) => string {
  const words = useFilterWords()
  const format = useFormat()
  return (due) => {
    const within = DUE_WITHIN.find((one) => one === due)
    return within === undefined ? words('dueBy', { day: format.workDate(due) }) : words(`due_${within}`)
  }
}

/** The filters that are on, in words. */
export function useFilterChips(filters: WorkFilters): FilterChip[] {
  const words = useCaseWords()
  const listWords = useFilterWords()
  const dueName = useDueName()
  const fieldChips = useFieldChips(filters.fields)
  const statusName = useStatusName()
  const named = useNamedFilters(filters)
  const priorities = useQuery({ ...settingQueries.priorities(), enabled: filters.priority !== null })
  const types = useQuery({ ...settingQueries.caseTypes(), enabled: filters.type !== null })
  const departments = useQuery({ ...settingQueries.departments(), enabled: filters.department !== null })
  const nameIn = (rows: readonly { id: string; name: string }[] | undefined, id: string | null) =>
    rows?.find((row) => row.id === id)?.name ?? '…'

  const chips: (FilterChip | false)[] = [
    filters.search !== '' && { key: 'search', label: `“${filters.search}”` },
    filters.status.length > 0 && {
      key: 'status',
      label: `${words('status')}: ${filters.status.map(statusName).join(', ')}`,
    },
    filters.priority !== null && {
      key: 'priority',
      label: `${words('priority')}: ${nameIn(priorities.data, filters.priority)}`,
    },
    filters.type !== null && { key: 'type', label: `${words('type')}: ${nameIn(types.data, filters.type)}` },
    filters.department !== null && {
      key: 'department',
      label: `${words('department')}: ${nameIn(departments.data, filters.department)}`,
    },
    named.customer !== null && { key: 'customer', label: `${words('customer')}: ${named.customer.name}` },
    named.responsible !== null && { key: 'responsible', label: `${words('responsible')}: ${named.responsible.name}` },
    filters.tag !== null && { key: 'tag', label: `${words('tag')}: ${filters.tag}` },
    filters.clock !== null && { key: 'clock', label: listWords(filters.clock) },
    filters.due !== null && { key: 'due', label: dueName(filters.due) },
    ...fieldChips,
    filters.isUnread && { key: 'isUnread', label: listWords('unread') },
    filters.withEnded && { key: 'withEnded', label: listWords('withEnded') },
  ]
  return chips.filter((chip) => chip !== false)
}
