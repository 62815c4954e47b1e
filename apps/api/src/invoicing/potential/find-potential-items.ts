import type { listPotentialItems, PotentialItem } from '@timedesk/contracts/potential'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { companyDay } from '../../agreements/company-day.ts'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import type { Shows } from '../../time/shown-to.ts'
import { findEntriesBehind, namingColumns, namingJoins } from './item-columns.ts'
import { potentialStates } from './potential-state.ts'
import { presentItem, type ItemRow } from './present-item.ts'

type Query = z.output<typeof listPotentialItems.query>

/** A page of what a customer's potential comes from, oldest first. Refuses with `not_found`. */
export async function findPotentialItems(
  reader: Reader,
  paging: Paging,
  customerId: string,
  query: Query,
  { now, shows }: { now: Date; shows: Shows },
): Promise<Page<PotentialItem>> {
  const binding = bindingOf(`potential of ${customerId}`, query)
  const after = paging.keyAfter(binding, query)
  const today = await companyDay(reader, now)
  const matching = Prisma.sql`i.customer_id = ${customerId}::uuid AND ${isAskedFor(query, today)}`
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(i.day, i.source_id) > (${after[0]}::date, ${after[1]}::uuid)`
  const asked = { condition: Prisma.sql`${matching} AND ${beyond}`, source: query.source, limit: query.limit + 1 }
  const rows = await reader.rows<ItemRow>(selection(asked, today))
  if (rows.length === 0) await requireCustomer(reader, customerId)
  const entries = await findEntriesBehind(reader, rows, shows)
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.day, row.sourceId],
    (row) => presentItem(row, entries.get(row.entryId ?? '') ?? null),
  )
  return withTotal(page, query, () =>
    countRows(reader, Prisma.sql`FROM potential_item i WHERE ${matching} AND ${isOf(query.source)}`),
  )
}

function isAskedFor({ to, state, agreementId }: Query, today: string): Prisma.Sql {
  const filters = [Prisma.sql`true`]
  if (to !== undefined) filters.push(Prisma.sql`i.day <= ${to}::date`)
  if (state !== undefined) filters.push(potentialStates(today)[state])
  if (agreementId !== undefined) filters.push(Prisma.sql`i.agreement_id = ${agreementId}::uuid`)
  return Prisma.join(filters, ' AND ')
}

function isOf(source: Query['source']): Prisma.Sql {
  return source === undefined ? Prisma.sql`true` : Prisma.sql`i.source = ${source}`
}

type Asked = { condition: Prisma.Sql; source: Query['source']; limit: number }

/** Time is asked for apart from the rest, so that its index gives the first rows without looking at all there are. */
function selection({ condition, source, limit }: Asked, today: string): Prisma.Sql {
  const { ready, held } = potentialStates(today)
  const columns = Prisma.sql`i.source_id, i.entry_id, i.agreement_id, i.case_id, i.project_id, i.day, i.kind, i.minutes, i.amount, i.currency, i.held_because,
      CASE WHEN ${ready} THEN 'ready' WHEN ${held} THEN 'held' ELSE 'future' END AS state`
  const time = Prisma.sql`(SELECT 'time'::text AS source, ${columns} FROM potential_time i
    WHERE ${source === undefined || source === 'time'} AND ${condition} ORDER BY i.day, i.source_id LIMIT ${limit})`
  const others = Prisma.sql`(SELECT i.source, ${columns} FROM potential_item i
    WHERE i.source <> 'time' AND ${isOf(source)} AND ${condition} ORDER BY i.day, i.source_id LIMIT ${limit})`
  return Prisma.sql`SELECT i.source, i.source_id AS "sourceId", i.entry_id AS "entryId", i.day::text, i.kind, i.minutes,
      i.amount::float8 AS amount, i.currency, i.state, i.held_because AS "heldBecause", ${namingColumns},
      CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'reason', m.reason, 'createdByName', m.created_by_name, 'createdAt', m.created_at) END AS hold
    FROM (${time} UNION ALL ${others}) i
    ${namingJoins}
    LEFT JOIN potential_mark m ON m.source = i.source AND m.subject_id = coalesce(i.entry_id, i.source_id) AND m.released_at IS NULL
    ORDER BY i.day, i.source_id LIMIT ${limit}`
}

async function requireCustomer(reader: Reader, id: string): Promise<void> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = ${id}::uuid`)
  if (found.length === 0) throw new Refusal('not_found')
}
