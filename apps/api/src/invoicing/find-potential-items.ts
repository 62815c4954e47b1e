import type { listPotentialItems, PotentialItem } from '@timedesk/contracts/potential'
import { Refusal } from '@timedesk/contracts/refusal'
import type { TimeEntry } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { companyDay } from '../agreements/company-day.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { timeEntrySelection } from '../time/find-time-entries.ts'
import { presentTimeEntry, type TimeEntryRow } from '../time/present-time-entry.ts'
import type { Shows } from '../time/shown-to.ts'
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
  const entries = await findEntries(reader, rows, shows)
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

function isAskedFor({ to, state }: Query, today: string): Prisma.Sql {
  const filters = [Prisma.sql`true`]
  if (to !== undefined) filters.push(Prisma.sql`i.day <= ${to}::date`)
  if (state !== undefined) filters.push(potentialStates(today)[state])
  return Prisma.join(filters, ' AND ')
}

function isOf(source: Query['source']): Prisma.Sql {
  return source === undefined ? Prisma.sql`true` : Prisma.sql`i.source = ${source}`
}

type Asked = { condition: Prisma.Sql; source: Query['source']; limit: number }

/** Time is asked for apart from the rest, so that its index gives the first rows without looking at all there are. */
function selection({ condition, source, limit }: Asked, today: string): Prisma.Sql {
  const { ready, held } = potentialStates(today)
  const columns = Prisma.sql`i.source_id, i.entry_id, i.agreement_id, i.day, i.kind, i.minutes, i.amount, i.currency, i.held_because,
      CASE WHEN ${ready} THEN 'ready' WHEN ${held} THEN 'held' ELSE 'future' END AS state`
  const time = Prisma.sql`(SELECT 'time'::text AS source, ${columns} FROM potential_time i
    WHERE ${source === undefined || source === 'time'} AND ${condition} ORDER BY i.day, i.source_id LIMIT ${limit})`
  const others = Prisma.sql`(SELECT i.source, ${columns} FROM potential_item i
    WHERE i.source <> 'time' AND ${isOf(source)} AND ${condition} ORDER BY i.day, i.source_id LIMIT ${limit})`
  return Prisma.sql`SELECT i.source, i.source_id AS "sourceId", i.entry_id AS "entryId", i.day::text, i.kind, i.minutes,
      i.amount::float8 AS amount, i.currency, i.state, i.held_because AS "heldBecause", a.id AS "agreementId",
      a.heading AS "agreementName", a.settlement, ty.name AS "activityType", t.customer_text AS "customerText",
      pool.name AS "poolName", pool.unit, coalesce(v.quantity, l.units)::float8 AS units, line.description,
      period.from_day::text AS "fromDay", period.to_day::text AS "toDay"
    FROM (${time} UNION ALL ${others}) i
    LEFT JOIN agreement a ON a.id = i.agreement_id
    LEFT JOIN time_entry t ON t.id = i.entry_id
    LEFT JOIN activity_type ty ON ty.id = t.activity_type_id
    LEFT JOIN voucher v ON i.source = 'voucher_sale' AND v.id = i.source_id
    LEFT JOIN pool_ledger l ON i.source = 'voucher_credit' AND l.id = i.source_id
    LEFT JOIN cover_pool pool ON pool.id = coalesce(v.id, l.pool_id)
    LEFT JOIN subscription_period period ON i.source = 'subscription_period' AND period.id = i.source_id
    LEFT JOIN subscription_line line ON line.id = period.line_id
    ORDER BY i.day, i.source_id LIMIT ${limit}`
}

async function findEntries(reader: Reader, rows: ItemRow[], shows: Shows): Promise<Map<string, TimeEntry>> {
  const ids = rows.flatMap(({ entryId }) => (entryId === null ? [] : [entryId]))
  if (ids.length === 0) return new Map()
  const entries = await reader.rows<TimeEntryRow>(
    Prisma.sql`${timeEntrySelection} WHERE t.id = ANY(${[...new Set(ids)]}::uuid[])`,
  )
  return new Map(entries.map((entry) => [entry.id, presentTimeEntry(entry, shows)]))
}

async function requireCustomer(reader: Reader, id: string): Promise<void> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = ${id}::uuid`)
  if (found.length === 0) throw new Refusal('not_found')
}
