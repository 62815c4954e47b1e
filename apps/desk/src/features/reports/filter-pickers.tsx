import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { CustomerPicker, EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { filterQueries } from './filter-queries.ts'
import { useReportWords } from './use-report-words.ts'

type FilterProps = { filters: UrlFilters }

/** One customer, held in the address; its agreement goes with it. */
export function CustomerFilter({ filters }: FilterProps) {
  const words = useReportWords()
  const id = filters.get('customer')
  const name = useQuery({ ...filterQueries.customerName(id ?? ''), enabled: id !== undefined })
  return (
    <CustomerPicker
      label={words('by_customer')}
      placeholder={words('anyCustomer')}
      value={id === undefined ? null : { id, name: name.data ?? '…' }}
      clearable
      onChange={(chosen) => filters.set({ customer: chosen?.id, agreement: undefined })}
    />
  )
}

/** One employee, held in the address. */
export function EmployeeFilter({ filters }: FilterProps) {
  const words = useReportWords()
  const id = filters.get('employee')
  const name = useQuery({ ...filterQueries.employeeName(id ?? ''), enabled: id !== undefined })
  return (
    <EmployeePicker
      label={words('by_employee')}
      placeholder={words('anyEmployee')}
      value={id === undefined ? null : { id, name: name.data ?? '…' }}
      clearable
      onChange={(chosen) => filters.set({ employee: chosen?.id })}
    />
  )
}

/** One of the customer's agreements, held in the address; or the one that the address names. */
export function AgreementFilter({ filters }: FilterProps) {
  const words = useReportWords()
  const id = filters.get('agreement')
  const customerId = filters.get('customer')
  const offered = useQuery({ ...filterQueries.agreements(customerId ?? ''), enabled: customerId !== undefined })
  const named = useQuery({ ...filterQueries.agreementName(id ?? ''), enabled: id !== undefined })
  if (customerId === undefined && id === undefined) return null
  const known = offered.data ?? []
  const options =
    id === undefined || known.some((option) => option.value === id)
      ? known
      : [...known, { value: id, label: named.data ?? '…' }]
  return (
    <Select
      label={words('by_agreement')}
      placeholder={words('anyAgreement')}
      clearable
      clearButtonProps={{ 'aria-label': words('anyAgreement') }}
      data={options}
      value={id ?? null}
      onChange={(chosen) => filters.set({ agreement: chosen ?? undefined })}
    />
  )
}
