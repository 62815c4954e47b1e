import type { Language } from '@timedesk/contracts/primitives'
import type { HeldReason } from '@timedesk/contracts/potential'
import type { VatCategory } from '@timedesk/contracts/settings'
import type { ItemSource, PlannableItem } from '@timedesk/domain/invoicing/plannable'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { textOfItem, type NamedItem } from './item-text.ts'

/** An item of the potential with all that an invoice says of it, and whose it is. */
export type OwnedItem = PlannableItem & {
  customerId: string
  /** Why it cannot be invoiced yet; null when it can. */
  heldBecause: HeldReason | null
}

type Row = Omit<NamedItem, 'source'> &
  Pick<
    PlannableItem,
    'entryId' | 'day' | 'minutes' | 'currency' | 'ratePerHour' | 'settlement' | 'agreement' | 'case' | 'project'
  > &
  Pick<PlannableItem, 'isProjectTime' | 'quantity' | 'unitPrice' | 'chargedDays' | 'wholeDays'> & {
    source: ItemSource
    sourceId: string
    customerId: string
    customerLanguage: Language
    heldBecause: HeldReason | null
    amount: number | null
    vatCategory: VatCategory | null
    vatTiming: 'sale' | 'redemption' | null
    employeeName: string | null
  }

/**
 * Items `i` of the potential that match a condition, in no order. What has no price comes with nothing to charge; it is
 * held. A voucher whose VAT falls due as it is used is sold outside of the scope of VAT (R62).
 */
export async function findPlannableItems(reader: Reader, condition: Prisma.Sql): Promise<OwnedItem[]> {
  const rows = await reader.rows<Row>(Prisma.sql`SELECT i.source, i.source_id AS "sourceId", i.entry_id AS "entryId",
      i.customer_id AS "customerId", cu.language AS "customerLanguage", i.day::text, i.minutes, i.amount::float8 AS amount, i.currency,
      i.held_because AS "heldBecause", round(p.rate_per_hour * p.factor / 1000.0)::int AS "ratePerHour", a.settlement,
      CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'number', a.number, 'heading', a.heading, 'poNumber', a.po_number) END AS agreement,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'number', c.number, 'subject', c.subject) END AS case,
      CASE WHEN pr.id IS NOT NULL THEN json_build_object('id', pr.id, 'number', pr.number, 'name', pr.name) END AS project,
      i.project_id IS NOT NULL AND i.case_id IS NULL AS "isProjectTime", ty.vat_category AS "vatCategory", v.vat_timing AS "vatTiming",
      ty.name AS "activityType", t.customer_text AS "customerText", e.name AS "employeeName",
      pool.name AS "poolName", pool.unit, CASE i.source WHEN 'voucher_sale' THEN v.quantity ELSE l.units END::float8 AS units,
      line.description, period.from_day::text AS "fromDay", period.to_day::text AS "toDay", period.quantity,
      period.unit_price::float8 AS "unitPrice", period.charged_days AS "chargedDays", period.whole_to - period.whole_from + 1 AS "wholeDays"
    FROM potential_item i
    JOIN customer cu ON cu.id = i.customer_id
    LEFT JOIN cover_piece p ON i.source = 'time' AND p.id = i.source_id
    LEFT JOIN time_entry t ON t.id = i.entry_id
    LEFT JOIN activity_type ty ON ty.id = t.activity_type_id
    LEFT JOIN employee e ON e.id = t.employee_id
    LEFT JOIN agreement a ON a.id = i.agreement_id
    LEFT JOIN support_case c ON c.id = i.case_id
    LEFT JOIN project pr ON pr.id = i.project_id
    LEFT JOIN pool_ledger l ON i.source = 'voucher_credit' AND l.id = i.source_id
    LEFT JOIN voucher v ON v.id = CASE i.source WHEN 'voucher_sale' THEN i.source_id ELSE l.pool_id END
    LEFT JOIN cover_pool pool ON pool.id = v.id
    LEFT JOIN subscription_period period ON i.source = 'subscription_period' AND period.id = i.source_id
    LEFT JOIN subscription_line line ON line.id = period.line_id
    WHERE ${condition}`)
  return rows.map(itemOf)
}

function itemOf(row: Row): OwnedItem {
  const { source, sourceId, entryId, customerId, day, minutes, currency, ratePerHour, settlement, agreement } = row
  const { project, isProjectTime, quantity, unitPrice, chargedDays, wholeDays, units, fromDay, toDay, heldBecause } =
    row
  return {
    ...{ source, sourceId, entryId, customerId, day, minutes, currency, ratePerHour, settlement, agreement },
    ...{ case: row.case, project, isProjectTime, quantity, unitPrice, chargedDays, wholeDays, units, heldBecause },
    text: textOfItem(row, row.customerLanguage),
    billable: row.amount ?? 0,
    vatCategory: row.vatTiming === 'redemption' ? 'outside_scope' : (row.vatCategory ?? 'standard'),
    activityName: row.activityType ?? '',
    employeeName: row.employeeName ?? '',
    period: fromDay === null || toDay === null ? null : { from: fromDay, to: toDay },
  }
}

/** What is ready to be invoiced of a day or before, on item `i`. */
export function isReady(through: string, today: string): Prisma.Sql {
  return Prisma.sql`i.held_because IS NULL AND i.day <= least(${through}::date, ${today}::date)`
}
