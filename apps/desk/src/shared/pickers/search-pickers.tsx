import { listContacts } from '@timedesk/contracts/contacts'
import { listCustomers } from '@timedesk/contracts/customers'
import { listProjects } from '@timedesk/contracts/projects'
import type { Reference } from '@timedesk/contracts/primitives'
import { listEmployees } from '@timedesk/contracts/staff'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { SearchSelect, type SearchOption } from '@timedesk/ui/search-select'
import type { ReactNode } from 'react'

import { client } from '../client.ts'

const FOUND_MAX = 12

type PickerProps = {
  label: string
  value: Reference | null
  onChange: (chosen: Reference | null) => void
  placeholder?: string
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  clearable?: boolean
  disabled?: boolean
  hideLabel?: boolean
}

/** Finds an active employee by name, initials or e-mail; within a department when one is told. */
export function EmployeePicker({ departmentId, ...props }: PickerProps & { departmentId?: string | undefined }) {
  return (
    <ReferencePicker
      key={departmentId ?? 'all'}
      {...props}
      search={async (search, signal) => {
        const query = { limit: FOUND_MAX, isActive: true, ...words(search), ...(departmentId && { departmentId }) }
        const { data } = await client.call(listEmployees, { query, signal })
        return data.map(({ id, name, department }) => ({
          value: id,
          label: name,
          description: department.name,
          icon: <PersonAvatar name={name} size={22} />,
        }))
      }}
    />
  )
}

/** Finds an active customer by name or number. */
export function CustomerPicker(props: PickerProps) {
  return (
    <ReferencePicker
      {...props}
      search={async (search, signal) => {
        const { data } = await client.call(listCustomers, {
          query: { limit: FOUND_MAX, isActive: true, ...words(search) },
          signal,
        })
        return data.map(({ id, name, number }) => ({ value: id, label: name, description: String(number) }))
      }}
    />
  )
}

/** Finds an active contact of one customer. */
export function ContactPicker({ customerId, ...props }: PickerProps & { customerId: string }) {
  return (
    <ReferencePicker
      key={customerId}
      {...props}
      search={async (search, signal) => {
        const { data } = await client.call(listContacts, {
          query: { limit: FOUND_MAX, isActive: true, customerId, ...words(search) },
          signal,
        })
        return data.map(({ id, name, email }) => ({ value: id, label: name, description: email }))
      }}
    />
  )
}

/** Finds an active project; of one customer when one is told. */
export function ProjectPicker({ customerId, ...props }: PickerProps & { customerId?: string | undefined }) {
  return (
    <ReferencePicker
      key={customerId ?? 'all'}
      {...props}
      search={async (search, signal) => {
        const { data } = await client.call(listProjects, {
          query: { limit: FOUND_MAX, isActive: true, ...words(search), ...(customerId && { customerId }) },
          signal,
        })
        return data.map(({ id, name, customer }) => ({ value: id, label: name, description: customer.name }))
      }}
    />
  )
}

type ReferencePickerProps = PickerProps & {
  search: (term: string, signal: AbortSignal) => Promise<readonly SearchOption[]>
}

function ReferencePicker({ value, onChange, ...props }: ReferencePickerProps) {
  return (
    <SearchSelect
      {...props}
      value={value === null ? null : { value: value.id, label: value.name }}
      onChange={(option) => onChange(option === null ? null : { id: option.value, name: option.label })}
    />
  )
}

function words(search: string): { search?: string } {
  return search.trim() === '' ? {} : { search: search.trim() }
}
