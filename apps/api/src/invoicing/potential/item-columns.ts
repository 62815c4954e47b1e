import { Prisma } from '@timedesk/prisma/client'
import type { TimeEntry } from '@timedesk/contracts/time'
import type { Reader } from '../../platform/db/database.ts'
import { timeEntrySelection } from '../../time/find-time-entries.ts'
import { presentTimeEntry, type TimeEntryRow } from '../../time/present-time-entry.ts'
import type { Shows } from '../../time/shown-to.ts'

/** What item `i` is called by and belongs to: columns of `ItemRow` beside its own, with `namingJoins`. */
export const namingColumns = Prisma.sql`a.settlement,
  CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.heading) END AS agreement,
  CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'number', c.number, 'subject', c.subject) END AS case,
  CASE WHEN pr.id IS NOT NULL THEN json_build_object('id', pr.id, 'name', pr.name) END AS project,
  ty.name AS "activityType", t.customer_text AS "customerText", pool.name AS "poolName", pool.unit,
  coalesce(v.quantity, l.units)::float8 AS units, line.description, period.from_day::text AS "fromDay", period.to_day::text AS "toDay"`

/** Needs `source`, `source_id`, `entry_id`, `agreement_id`, `case_id` and `project_id` of item `i`. */
export const namingJoins = Prisma.sql`LEFT JOIN agreement a ON a.id = i.agreement_id
  LEFT JOIN support_case c ON c.id = i.case_id
  LEFT JOIN project pr ON pr.id = i.project_id
  LEFT JOIN time_entry t ON t.id = i.entry_id
  LEFT JOIN activity_type ty ON ty.id = t.activity_type_id
  LEFT JOIN voucher v ON i.source = 'voucher_sale' AND v.id = i.source_id
  LEFT JOIN pool_ledger l ON i.source = 'voucher_credit' AND l.id = i.source_id
  LEFT JOIN cover_pool pool ON pool.id = coalesce(v.id, l.pool_id)
  LEFT JOIN subscription_period period ON i.source = 'subscription_period' AND period.id = i.source_id
  LEFT JOIN subscription_line line ON line.id = period.line_id`

/** The time behind items, by its id. */
export async function findEntriesBehind(
  reader: Reader,
  items: readonly { entryId: string | null }[],
  shows: Shows,
): Promise<Map<string, TimeEntry>> {
  const ids = new Set(items.flatMap(({ entryId }) => entryId ?? []))
  if (ids.size === 0) return new Map()
  const entries = await reader.rows<TimeEntryRow>(
    Prisma.sql`${timeEntrySelection} WHERE t.id = ANY(${[...ids]}::uuid[])`,
  )
  return new Map(entries.map((entry) => [entry.id, presentTimeEntry(entry, shows)]))
}
