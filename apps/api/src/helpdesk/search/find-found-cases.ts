import type { Excerpt, FoundCase, search as searchRoute, SearchAnswer } from '@timedesk/contracts/search'
import { highlight } from '@timedesk/domain/search/excerpt'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, type CursorKey, type Paging } from '../../platform/http/paging.ts'
import { branchOf, isActiveCase } from '../active-cases.ts'
import { chooseExcerpts, type FoundText } from './choose-excerpts.ts'
import { findTexts } from './find-texts.ts'
import type { StaffSearch } from './found-by-staff.ts'
import { gradeForStaff } from './grade-case.ts'
import { readFoundCases, type FoundRow } from './found-case-rows.ts'

type Query = z.output<typeof searchRoute.query>
type Asked = { search: StaffSearch; query: Query }
type Found = Pick<SearchAnswer, 'order' | 'cases' | 'page'>
/** Which cases, in which order; the last one may only tell that there is more. */
type Ranked = { id: string; score: number; lastActivityAt: Date }

/** So many hits are sorted by how well they fit. */
const RANKED_MAX = 500
/** What a case is above all others by, when just its number was typed. */
const NUMBER_SCORE = 1_000

/** A page of the cases that staff looked for: few by how well they fit, many by their latest activity. */
export async function findFoundCases(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  { search, query }: Asked,
): Promise<Found> {
  const binding = [bindingOf('search', query), actor.id]
  const after = paging.keyAfter(binding, query)
  const matching = Prisma.join([search.condition, ...filtersOf(query, actor)], ' AND ')
  const hits = after?.[0] === 'recency' ? null : await rankFew(reader, search, matching)
  const ranked = hits === null || hits.length > RANKED_MAX ? null : hits
  const order = ranked === null ? 'recency' : 'relevance'
  const isGathered = hits !== null && after === null
  const rows =
    ranked !== null ? behind(ranked, after) : isGathered ? hits : await readLatest(reader, matching, after, query.limit)
  const keyOf = ({ score, lastActivityAt, id }: Ranked): CursorKey => [order, score, lastActivityAt.toISOString(), id]
  const { data: shown, page } = paging.cut(binding, query, rows.slice(0, query.limit + 1), keyOf, (row) => row)
  const total = ranked?.length ?? (after === null && !page.hasMore ? shown.length : null)
  const cases = await present(
    reader,
    shown.map(({ id }) => id),
    search,
  )
  return { order, cases, page: { after: page.after, hasMore: page.hasMore, total } }
}

/** All hits, the best first; of too many to be sorted so the latest, and those of a walk are never gathered. */
async function rankFew(reader: Reader, search: StaffSearch, matching: Prisma.Sql): Promise<Ranked[] | null> {
  if (!search.isFew) return null
  const grades = search.wanted.map(({ sought }) => gradeForStaff(sought))
  const isNumber = Prisma.sql`CASE WHEN c.number = ${search.number}::int THEN ${Prisma.raw(String(NUMBER_SCORE))} ELSE 0 END`
  return reader.rows<Ranked>(Prisma.sql`WITH hit AS MATERIALIZED (SELECT c.id FROM support_case c WHERE ${matching}
      ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${Prisma.raw(String(RANKED_MAX + 1))})
    SELECT c.id, c.last_activity_at AS "lastActivityAt",
      CASE WHEN (SELECT count(*) FROM hit) <= ${Prisma.raw(String(RANKED_MAX))} THEN (${Prisma.join([isNumber, ...grades], ' + ')}) ELSE 0 END::int AS score
    FROM hit h JOIN support_case c ON c.id = h.id ORDER BY score DESC, c.last_activity_at DESC, c.id DESC`)
}

function behind(ranked: readonly Ranked[], after: CursorKey | null): Ranked[] {
  if (after === null) return [...ranked]
  const [, score, at, id] = after
  const key = [Number(score), String(at), String(id)] as const
  return ranked.filter((one) => {
    const own = [one.score, one.lastActivityAt.toISOString(), one.id] as const
    const place = own.findIndex((value, index) => value !== key[index])
    const [mine, theirs] = [own[place], key[place]]
    return mine !== undefined && theirs !== undefined && mine < theirs
  })
}

function readLatest(reader: Reader, matching: Prisma.Sql, after: CursorKey | null, limit: number): Promise<Ranked[]> {
  const isBehind =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (c.last_activity_at, c.id) < (${after[2]}::timestamptz, ${after[3]}::uuid)`
  return reader.rows<Ranked>(Prisma.sql`SELECT c.id, 0 AS score, c.last_activity_at AS "lastActivityAt" FROM support_case c
    WHERE ${matching} ${isBehind} ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${Prisma.raw(String(limit + 1))}`)
}

function filtersOf({ isActive, customerId, department, updatedSince }: Query, actor: StaffActor): Prisma.Sql[] {
  const filters: Prisma.Sql[] = []
  if (isActive !== undefined) filters.push(isActive ? isActiveCase : Prisma.sql`NOT (${isActiveCase})`)
  if (customerId !== undefined) filters.push(Prisma.sql`c.customer_id = ${customerId}::uuid`)
  if (department !== undefined)
    filters.push(
      Prisma.sql`c.department_id = ANY(${branchOf(department === 'mine' ? actor.departmentId : department)})`,
    )
  if (updatedSince !== undefined) filters.push(Prisma.sql`c.last_activity_at >= ${updatedSince}::timestamptz`)
  return filters
}

async function present(reader: Reader, ids: readonly string[], { wanted }: StaffSearch): Promise<FoundCase[]> {
  const sought = wanted.map((term) => term.sought)
  const [rows, texts] = await Promise.all([
    readFoundCases(reader, ids),
    findTexts(reader, ids, sought, { withNotes: true }),
  ])
  return rows.map(({ row, found }) => {
    const all = [...(texts.get(found.id) ?? []), ...ownTexts(row)]
    return { ...found, subject: highlight(row.subject, sought), excerpts: chooseExcerpts(row.subject, all, sought) }
  })
}

/** What a case is found by beside its subject and what was written on it. */
function ownTexts(row: FoundRow): FoundText<Excerpt['in']>[] {
  const own: [Excerpt['in'], string | null][] = [
    ['reference', row.externalReference],
    ['product', row.product],
    ['tag', row.tags.join(', ')],
    ['contact', row.contactName],
    ['customer', row.customerName],
    ['resolution', row.resolution],
  ]
  return own.flatMap(([place, text]) =>
    text === null || text === ''
      ? []
      : [{ in: place, text, isMarkdown: place === 'resolution', itemId: null, at: null, by: null }],
  )
}
