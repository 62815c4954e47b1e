import type { ExtranetCase, ExtranetListedCase, extranetListCases } from '@timedesk/contracts/extranet-cases'
import { Refusal } from '@timedesk/contracts/refusal'
import { isEnded } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, type Page, type Paging } from '../platform/http/paging.ts'
import { isActiveCase } from './active-cases.ts'
import {
  extranetColumns,
  extranetSelection,
  presentExtranetCase,
  presentExtranetSummary,
  type ExtranetCaseRow,
} from './extranet-case-rows.ts'
import { caseKeyed } from './case-keyed.ts'
import { findContactFields } from './fields/find-field-values.ts'
import { findExtranetStanding } from './find-extranet-standing.ts'
import { findContactExcerpts } from './search/find-contact-excerpts.ts'
import { searchAsContact } from './search/found-by-contact.ts'

type Query = z.output<typeof extranetListCases.query>

/** A page of the cases that a contact may see, latest activity first. */
export async function findExtranetCases(
  reader: Reader,
  paging: Paging,
  actor: ContactActor,
  query: Query,
): Promise<Page<ExtranetListedCase>> {
  const binding = [bindingOf('extranet-cases', query), actor.id]
  const key = paging.keyAfter(binding, query)
  const found = query.search === undefined ? null : await searchAsContact(reader, actor, query.search)
  const conditions = filtersOf(query, actor)
  const matching = Prisma.join(found === null ? conditions : [...conditions, found.condition], ' AND ')
  const behind =
    key === null ? Prisma.empty : Prisma.sql`AND (c.last_activity_at, c.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`
  const page = Prisma.sql`(SELECT ${extranetColumns} FROM support_case c WHERE ${matching} ${behind}
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${Prisma.raw(String(query.limit + 1))})`
  const rows = await reader.rows<ExtranetCaseRow>(
    Prisma.sql`${extranetSelection(actor, page)} ORDER BY c.last_activity_at DESC, c.id DESC`,
  )
  const shown = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.lastActivityAt.toISOString(), row.id],
    (row) => row,
  )
  const excerpts = await findContactExcerpts(reader, actor, shown.data, found)
  const data = shown.data.map((row) => ({
    ...presentExtranetSummary(row, actor),
    excerpts: excerpts.get(row.id) ?? [],
  }))
  if (query.count !== 'exact') return { ...shown, data }
  const [counted] = await reader.rows<{ total: number }>(
    Prisma.sql`SELECT count(*)::int AS total FROM support_case c WHERE ${matching}`,
  )
  return { data, page: { ...shown.page, total: counted?.total ?? 0 } }
}

/** One case of those that a contact may see, by its id or number. Refuses with `not_found`. */
export async function findExtranetCase(
  reader: Reader,
  actor: ContactActor,
  key: string,
  now: Date,
): Promise<ExtranetCase> {
  const [row] = await reader.rows<ExtranetCaseRow>(
    Prisma.sql`${extranetSelection(actor, Prisma.sql`support_case`)} WHERE ${caseKeyed(key)} AND ${isVisibleTo(actor)}`,
  )
  if (row === undefined) throw new Refusal('not_found')
  const mayEdit = actor.permissions.has('case:write') && !isEnded(row.category) && !row.isTombstone
  const [standing, fields] = await Promise.all([
    findExtranetStanding(reader, actor, row, now),
    findContactFields(reader, row, mayEdit),
  ])
  return { ...presentExtranetCase(row, actor, standing), fields }
}

/** The cases that a contact sees beside their own, as an array. */
function takenPartIn(contactId: string): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT p.case_id FROM case_participant p WHERE p.contact_id = ${contactId}::uuid)`
}

/** What went on in a case that the contact sees is found there. */
const isNotElsewhere = Prisma.sql`(c.merged_into_id IS NULL OR NOT EXISTS (SELECT 1 FROM support_case s WHERE s.id = c.merged_into_id))`

/** Which cases `c` a contact sees: the customer's all, or their own and those they take part in. The database says the same again by itself. */
function isVisibleTo({ id, customerId, seesAllCases }: ContactActor): Prisma.Sql {
  const own = Prisma.sql`c.customer_id = ${customerId}::uuid`
  return seesAllCases ? own : Prisma.sql`${own} AND (c.contact_id = ${id}::uuid OR c.id = ANY(${takenPartIn(id)}))`
}

function filtersOf(query: Query, actor: ContactActor): Prisma.Sql[] {
  const filters = [isVisibleTo(actor), isNotElsewhere]
  if (query.mine !== undefined)
    filters.push(Prisma.sql`(c.contact_id IS NOT DISTINCT FROM ${actor.id}::uuid) = ${query.mine}`)
  if (query.isActive !== undefined) filters.push(query.isActive ? isActiveCase : Prisma.sql`NOT (${isActiveCase})`)
  if (query.status !== undefined) filters.push(Prisma.sql`c.category = ANY(${query.status}::text[])`)
  return filters
}
