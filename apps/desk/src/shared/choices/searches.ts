import { listCustomers, listProjects } from '@timedesk/contracts/customers'
import type { Reference } from '@timedesk/contracts/primitives'
import { listEmployees } from '@timedesk/contracts/staff'
import type { SearchOption } from '@timedesk/ui/search-select'

import { client } from '../client.ts'

const OPTIONS_MAX = 20

type Search = (term: string, signal: AbortSignal) => Promise<SearchOption[]>

/** Finds active customers by name or number. */
export const searchCustomers: Search = async (term, signal) => {
  const { data } = await client.call(listCustomers, { query: queryOf(term), signal })
  return data.map(({ id, name, number }) => ({ value: id, label: name, description: `#${number}` }))
}

/** Finds active employees by name, initials or e-mail. */
export const searchEmployees: Search = async (term, signal) => {
  const { data } = await client.call(listEmployees, { query: queryOf(term), signal })
  return data.map(({ id, name, department }) => ({ value: id, label: name, description: department.name }))
}

/** Finds active projects by name or number. */
export const searchProjects: Search = async (term, signal) => {
  const { data } = await client.call(listProjects, { query: queryOf(term), signal })
  return data.map(({ id, name, customer }) => ({ value: id, label: name, description: customer.name }))
}

function queryOf(term: string) {
  const search = term.trim()
  return { limit: OPTIONS_MAX, isActive: true, ...(search !== '' && { search }) }
}

/** A chosen thing as the select wants it, and back. */
export function optionOf(reference: Reference | null): SearchOption | null {
  return reference === null ? null : { value: reference.id, label: reference.name }
}

export function referenceOf(option: SearchOption | null): Reference | null {
  return option === null ? null : { id: option.value, name: option.label }
}
