import type { caseFilters } from '@timedesk/contracts/work-list'
import type { Query } from '@timedesk/domain/query/query'
import { shippedViews } from '@timedesk/domain/query/shipped-views'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { branchOf, isActiveCase } from '../active-cases.ts'
import { isUnreadByStaff } from '../case-rows.ts'
import { filterByFields } from '../fields/filter-by-fields.ts'
import { asksForWords, conditionsOfQuery } from '../query/condition-of-query.ts'
import { readQuery, type QueryPointer } from '../query/refuse-query.ts'
import { resolveNames } from '../query/resolve-names.ts'
import { foundByStaff } from '../search/found-by-staff.ts'

/** Filters of the work list, as the contract reads them. */
export type CaseFilters = z.output<z.ZodObject<typeof caseFilters>>

/** Cases that are asked for: `SELECT … FROM source WHERE matching`, with each of them as `c`. */
export type SelectedCases = {
  source: Prisma.Sql
  matching: Prisma.Sql
  /** Its text is seldom asked again, so that no plan is to be kept for it. */
  isAdHoc: boolean
}

/** Texts that everybody asks for, all day. */
const shippedQueries: ReadonlySet<string> = new Set(shippedViews.map(({ query }) => query))

/** Keys of the query language whose question is about merged cases, or about one case by its number. */
const keysOfTombstones = ['mergedinto', 'number', 'words']

/**
 * The cases that all the filters ask for, and the text of the query language beside them. Merged cases are left out
 * unless they are asked for, or looked for by words, number or id. Refuses a query that cannot be read.
 */
export async function selectCases(
  reader: Reader,
  actor: StaffActor,
  filters: CaseFilters,
  now: Date,
  pointer: QueryPointer = '/query/q',
): Promise<SelectedCases> {
  const { q, unread, search, caseIds } = filters
  const asked = q === undefined ? null : await resolveNames(reader, actor, readQuery(q, pointer), pointer)
  const conditions = await conditionsOfFilters(reader, filters, actor, now)
  if (asked !== null) {
    const ground = { reader, actor, now, zone: zoneNamed(await readTimeZone(reader)), fields: asked.fields }
    conditions.push(...(await conditionsOfQuery(asked.query, ground, { isAlone: true })))
  }
  const findsTombstones =
    search !== undefined || caseIds !== undefined || (asked !== null && asksForTombstones(asked.query))
  if (!findsTombstones) conditions.push(Prisma.sql`c.merged_into_id IS NULL`)
  const marks = unread !== undefined || (asked !== null && asksForUnread(asked.query))
  return {
    source: marks ? Prisma.sql`support_case c ${markOf(actor)}` : Prisma.sql`support_case c`,
    matching: Prisma.join(conditions, ' AND '),
    isAdHoc: q !== undefined && !shippedQueries.has(q),
  }
}

/** The read mark `m` that the actor has on case `c`. */
export function markOf({ id }: StaffActor): Prisma.Sql {
  return Prisma.sql`LEFT JOIN staff_read_mark m ON m.case_id = c.id AND m.employee_id = ${id}::uuid`
}

/** The zone whose days lists go by. */
export async function readTimeZone(reader: Reader): Promise<string> {
  const [company] = await reader.rows<{ timeZone: string }>(Prisma.sql`SELECT time_zone AS "timeZone" FROM company`)
  if (company === undefined) throw new Error('The database has no company.')
  return company.timeZone
}

function asksForUnread(query: Query): boolean {
  return someTerm(query, (key, text) => key === 'is' && text === 'unread')
}

function asksForTombstones(query: Query): boolean {
  return (
    query.all.some((node) => node.kind === 'words' && !node.isNegated && asksForWords(node)) ||
    someTerm(query, (key, text) => keysOfTombstones.includes(key) || (key === 'is' && text === 'merged'))
  )
}

function someTerm({ all }: Query, asks: (key: string, text: string) => boolean): boolean {
  return all.some((node) => {
    if (node.kind === 'group') return node.any.some((branch) => someTerm(branch, asks))
    return node.kind === 'term' && node.values.some((value) => asks(node.key, value.kind === 'is' ? value.text : ''))
  })
}

async function conditionsOfFilters(
  reader: Reader,
  filters: CaseFilters,
  actor: StaffActor,
  now: Date,
): Promise<Prisma.Sql[]> {
  const { caseIds, isActive, status, responsible, department, tag, field, unread, search } = filters
  const conditions = [Prisma.sql`true`, ...dueConditions(filters, now), ...sameConditions(filters)]
  if (caseIds !== undefined) conditions.push(Prisma.sql`c.id = ANY(${caseIds}::uuid[])`)
  if (isActive !== undefined) conditions.push(isActive ? isActiveCase : Prisma.sql`NOT (${isActiveCase})`)
  if (status !== undefined) conditions.push(Prisma.sql`c.category = ANY(${status}::text[])`)
  if (responsible === 'none') conditions.push(Prisma.sql`c.responsible_id IS NULL`)
  else if (responsible !== undefined)
    conditions.push(Prisma.sql`c.responsible_id = ${responsible === 'me' ? actor.id : responsible}::uuid`)
  if (department !== undefined) {
    const root = department === 'mine' ? actor.departmentId : department
    conditions.push(Prisma.sql`c.department_id = ANY(${branchOf(root)})`)
  }
  if (tag !== undefined) conditions.push(Prisma.sql`c.tags @> ARRAY[${tag}]::text[]`)
  if (field !== undefined) conditions.push(await filterByFields(reader, field))
  if (unread !== undefined) conditions.push(Prisma.sql`(${isUnreadByStaff}) = ${unread}`)
  if (search !== undefined) conditions.push(await foundByStaff(reader, search, { isAlone: true }))
  return conditions
}

function sameConditions({ customerId, contactId, typeId, priorityId, projectId }: CaseFilters): Prisma.Sql[] {
  const asked: [Prisma.Sql, string | undefined][] = [
    [Prisma.sql`c.customer_id`, customerId],
    [Prisma.sql`c.contact_id`, contactId],
    [Prisma.sql`c.type_id`, typeId],
    [Prisma.sql`c.priority_id`, priorityId],
    [Prisma.sql`c.project_id`, projectId],
  ]
  return asked.flatMap(([column, id]) => (id === undefined ? [] : [Prisma.sql`${column} = ${id}::uuid`]))
}

/** A case without anything due is neither breached nor at risk. */
function dueConditions({ dueBefore, isBreached, isAtRisk }: CaseFilters, now: Date): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  const isPast = Prisma.sql`coalesce(c.due_at <= ${now}::timestamptz, false)`
  const isClose = Prisma.sql`coalesce(c.risk_at <= ${now}::timestamptz AND c.due_at > ${now}::timestamptz, false)`
  if (dueBefore !== undefined) conditions.push(Prisma.sql`c.due_at < ${dueBefore}::timestamptz`)
  if (isBreached !== undefined)
    conditions.push(isBreached ? Prisma.sql`c.due_at <= ${now}::timestamptz` : Prisma.sql`NOT ${isPast}`)
  if (isAtRisk !== undefined) conditions.push(isAtRisk ? isClose : Prisma.sql`NOT ${isClose}`)
  return conditions
}
