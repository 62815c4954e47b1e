import { BURN_WEEKS } from '@timedesk/domain/vouchers/forecast'
import { Prisma } from '@timedesk/prisma/client'
import { dayAt } from '../company-day.ts'
import { isGranting } from '../cover-pools.ts'

const BURN_DAYS = BURN_WEEKS * 7

/**
 * The state that people see of voucher `v` with pool `pool` on day `d.today`. One that lost units at its end has
 * expired, and so has one that is over and has some left; one that was used up is exhausted, whatever the day.
 */
export const stateOfVoucher = Prisma.sql`CASE
  WHEN v.state <> 'active' THEN v.state
  WHEN pool.expires_on < d.today AND (pool.balance > 0 OR EXISTS (
    SELECT 1 FROM pool_ledger e WHERE e.pool_id = v.id AND e.kind = 'expire'
      AND NOT EXISTS (SELECT 1 FROM pool_ledger b WHERE b.reverses_id = e.id))) THEN 'expired'
  WHEN pool.balance = 0 THEN 'exhausted'
  ELSE 'active' END`

/** Whether ledger row `l` is of work that a forecast on a day looks back on (R29). */
export function isBurnt(day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`l.kind IN ('draw', 'return') AND l.work_date > ${day} - ${BURN_DAYS}::int AND l.work_date <= ${day}`
}

/** Vouchers `v` with their pools on the company's day, `d.today`. */
export function voucherTables(now: Date): Prisma.Sql {
  return Prisma.sql`voucher v JOIN cover_pool pool ON pool.id = v.id
    CROSS JOIN (SELECT ${dayAt(now)} AS today, co.approves_time FROM company co) d`
}

/**
 * Vouchers with what their ledgers sum to, in one query for a page: the sums are made for the rows that are shown.
 * A draw is pending while the time behind it waits for an approval that the company asks for (R19).
 */
export function voucherSelection(now: Date): Prisma.Sql {
  const isPending = Prisma.sql`coalesce(t.state <> 'approved', false)`
  const isDrawn = Prisma.sql`l.kind IN ('draw', 'return')`
  return Prisma.sql`SELECT v.id, v.number, pool.name, v.agreement_id AS "agreementId", a.heading AS "agreementName",
      v.customer_id AS "customerId", cu.name AS "customerName", pool.unit, v.quantity::float8 AS quantity, v.price::float8 AS price,
      v.currency, pool.valid_from::text AS "validFrom", pool.expires_on::text AS "expiresOn", ${stateOfVoucher} AS state,
      v.activate_on AS "activateOn", v.vat_timing AS "vatTiming", v.sold_on::text AS "soldOn", v.activated_on::text AS "activatedOn",
      v.cancelled_on::text AS "cancelledOn", sums.*, pool.balance::float8 AS available, pool.liability::float8 AS liability,
      v.remarks, v.version, d.today::text AS today
    FROM ${voucherTables(now)}
    JOIN agreement a ON a.id = v.agreement_id
    JOIN customer cu ON cu.id = v.customer_id
    CROSS JOIN LATERAL (SELECT
        coalesce(sum(l.units) FILTER (WHERE ${isGranting}), 0)::float8 AS granted,
        coalesce(-sum(l.units) FILTER (WHERE ${isDrawn} AND NOT ${isPending}), 0)::float8 AS used,
        coalesce(-sum(l.units) FILTER (WHERE ${isDrawn} AND ${isPending}), 0)::float8 AS pending,
        coalesce(-sum(l.units) FILTER (WHERE l.kind IN ('expire', 'extend')), 0)::float8 AS expired,
        coalesce(-sum(l.units) FILTER (WHERE ${isBurnt(Prisma.sql`d.today`)}), 0)::float8 AS burnt,
        coalesce(sum(l.revenue), 0)::float8 AS recognised, coalesce(sum(l.credited), 0)::float8 AS credited
      FROM pool_ledger l LEFT JOIN time_entry t ON d.approves_time AND t.id = l.entry_id
      WHERE l.pool_id = v.id) sums`
}
