import type { ExtranetCase, ExtranetCaseSummary, extranetListCases } from '@timedesk/contracts/extranet-cases'
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
import { isFoundByContact } from './search-cases.ts'

type Query = z.output<typeof extranetListCases.query>

/** A page of the cases that a contact may see, latest activity first. */
export async function findExtranetCases(
  reader: Reader,
  paging: Paging,
  actor: ContactActor,
  query: Query,
): Promise<Page<ExtranetCaseSummary>> {
  const binding = [bindingOf('extranet-cases', query), actor.id]
  const key = paging.keyAfter(binding, query)
  const matching = Prisma.join(filtersOf(query, actor), ' AND ')
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
    (row) => presentExtranetSummary(row, actor),
  )
  if (query.count !== 'exact') return shown
  const [counted] = await reader.rows<{ total: number }>(
    Prisma.sql`SELECT count(*)::int AS total FROM support_case c WHERE ${matching}`,
  )
  return { ...shown, page: { ...shown.page, total: counted?.total ?? 0 } }
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
  const mayEdit = actor.permissions.has('case:write') && !isEnded(row.category)
  const [standing, fields] = await Promise.all([
    findExtranetStanding(reader, actor, row, now),
    findContactFields(reader, row, mayEdit),
  ])
  return { ...presentExtranetCase(row, actor, standing), fields }
}

/** Which cases `c` a contact sees: the customer's all, or their own. The database says the same again by itself. */
function isVisibleTo({ id, customerId, seesAllCases }: ContactActor): Prisma.Sql {
  const own = Prisma.sql`c.customer_id = ${customerId}::uuid`
  return seesAllCases ? own : Prisma.sql`${own} AND c.contact_id = ${id}::uuid`
}

function filtersOf(query: Query, actor: ContactActor): Prisma.Sql[] {
  const filters = [isVisibleTo(actor)]
  if (query.mine !== undefined)
    filters.push(Prisma.sql`(c.contact_id IS NOT DISTINCT FROM ${actor.id}::uuid) = ${query.mine}`)
  if (query.isActive !== undefined) filters.push(query.isActive ? isActiveCase : Prisma.sql`NOT (${isActiveCase})`)
  if (query.status !== undefined) filters.push(Prisma.sql`c.category = ANY(${query.status}::text[])`)
  if (query.search !== undefined) filters.push(isFoundByContact(query.search))
  return filters
}
