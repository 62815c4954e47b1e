import type { search as searchRoute, SearchAnswer } from '@timedesk/contracts/search'
import type { SoughtWords } from '@timedesk/domain/search/excerpt'
import type { z } from 'zod'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { Paging } from '../../platform/http/paging.ts'
import { searchAsStaff } from './found-by-staff.ts'
import { findFoundCases } from './find-found-cases.ts'
import { findFoundContacts, findFoundCustomers } from './find-found-people.ts'

type Query = z.output<typeof searchRoute.query>

const PEOPLE_MAX = 20

/** A page of what staff looked for; customers and contacts are on the first one. */
export async function searchEverything(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  query: Query,
): Promise<SearchAnswer> {
  const search = await searchAsStaff(reader, query.q, { isAlone: true })
  const kinds = new Set(query.kinds ?? ['case', 'customer', 'contact'])
  const isFirst = query.after === undefined
  const showsPeople = isFirst && search.wanted.length > 0 && actor.permissions.has('customer:read')
  const sought: SoughtWords[] = search.wanted.map((term) => term.sought)
  const limit = Math.min(query.limit, PEOPLE_MAX)
  const [found, customers, contacts] = await Promise.all([
    kinds.has('case') ? findFoundCases(reader, paging, actor, { search, query }) : noCases,
    showsPeople && kinds.has('customer') && query.customerId === undefined
      ? findFoundCustomers(reader, sought, limit)
      : [],
    showsPeople && kinds.has('contact')
      ? findFoundContacts(reader, sought, { limit, customerId: query.customerId })
      : [],
  ])
  return { ...found, corrections: search.corrections, customers, contacts }
}

const noCases: Pick<SearchAnswer, 'order' | 'cases' | 'page'> = {
  order: 'relevance',
  cases: [],
  page: { after: null, hasMore: false, total: 0 },
}
