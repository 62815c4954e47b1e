import { Refusal } from '@timedesk/contracts/refusal'
import type { getPoolStatement, LedgerRow, listPoolLedger } from '@timedesk/contracts/vouchers'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { dayAt } from '../company-day.ts'
import { named } from '../hold-agreement.ts'

type Statement = z.input<(typeof getPoolStatement)['responses'][200]>

/** Amounts in minor units of the pool's currency. */
type Row = Omit<LedgerRow, 'revenue' | 'credited' | 'liabilityAfter' | 'at'> & {
  sequence: string
  currency: string
  revenue: number
  credited: number
  liabilityAfter: number
  at: Date
}

/** Case `c` as JSON, null without one. */
const caseColumn = Prisma.sql`CASE WHEN c.id IS NULL THEN NULL
  ELSE json_build_object('id', c.id, 'number', c.number, 'subject', c.subject) END AS "case"`

/** A page of what moved in a pool, latest first, with the work and the people behind it. Refuses with `not_found`. */
export async function findLedger(
  reader: Reader,
  paging: Paging,
  poolId: string,
  query: z.output<typeof listPoolLedger.query>,
): Promise<Page<LedgerRow>> {
  const binding = bindingOf(`ledger of ${poolId}`, query)
  const after = paging.keyAfter(binding, query)
  const filters = [Prisma.sql`l.pool_id = ${poolId}::uuid`]
  if (query.to !== undefined) filters.push(Prisma.sql`l.booked_on <= ${query.to}::date`)
  const matching = Prisma.join(filters, ' AND ')
  const beyond = after === null ? Prisma.sql`true` : Prisma.sql`l.sequence < ${after[0]}::bigint`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT l.id, l.sequence::text AS sequence, l.kind, l.booked_on::text AS "bookedOn",
      l.work_date::text AS "workDate", ${caseColumn}, ${named(Prisma.sql`e`)} AS employee, l.minutes, l.units::float8 AS units, l.balance_after::float8 AS "balanceAfter",
      a.currency, l.revenue::float8 AS revenue, l.credited::float8 AS credited, l.liability_after::float8 AS "liabilityAfter",
      other.name AS counterpart, l.reason, ${named(Prisma.sql`ap`)} AS "approvedBy", l.actor_name AS "actorName", l.at
    FROM pool_ledger l
    JOIN cover_pool pool ON pool.id = l.pool_id
    JOIN agreement a ON a.id = pool.agreement_id
    LEFT JOIN support_case c ON c.id = l.case_id
    LEFT JOIN time_entry t ON t.id = l.entry_id
    LEFT JOIN employee e ON e.id = t.employee_id
    LEFT JOIN employee ap ON ap.id = l.approved_by_id
    LEFT JOIN cover_pool other ON other.id = l.counter_pool_id
    WHERE ${matching} AND ${beyond} ORDER BY l.sequence DESC LIMIT ${query.limit + 1}`)
  if (rows.length === 0) await requirePool(reader, poolId)
  const page = paging.cut(binding, query, rows, (row) => [row.sequence], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM pool_ledger l WHERE ${matching}`))
}

type Sums = {
  asOf: string
  currency: string
  balance: number
  liability: number
  recognised: number
  credited: number
}

/**
 * A pool as it was at the end of a day, today unless one is given: the sums of what was booked up to it. They are
 * right for days on which two movements met at midnight too, where the last row of a day is not the day's last.
 * Refuses with `not_found`.
 */
export async function findStatement(
  reader: Reader,
  poolId: string,
  asOf: string | undefined,
  now: Date,
): Promise<Statement> {
  const [sums] = await reader.rows<Sums>(Prisma.sql`SELECT d.day::text AS "asOf", a.currency, s.*
    FROM cover_pool pool
    JOIN agreement a ON a.id = pool.agreement_id
    CROSS JOIN (SELECT coalesce(${asOf ?? null}::date, ${dayAt(now)}) AS day FROM company co) d
    CROSS JOIN LATERAL (SELECT coalesce(sum(l.units), 0)::float8 AS balance, coalesce(sum(l.liability_change), 0)::float8 AS liability,
        coalesce(sum(l.revenue), 0)::float8 AS recognised, coalesce(sum(l.credited), 0)::float8 AS credited
      FROM pool_ledger l WHERE l.pool_id = pool.id AND l.booked_on <= d.day) s
    WHERE pool.id = ${poolId}::uuid`)
  if (sums === undefined) throw new Refusal('not_found')
  const { currency, liability, recognised, credited, ...shown } = sums
  const money = (minor: number) => toWire({ minor, currency })
  return { ...shown, liability: money(liability), recognised: money(recognised), credited: money(credited) }
}

async function requirePool(reader: Reader, id: string): Promise<void> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM cover_pool WHERE id = ${id}::uuid`)
  if (found.length === 0) throw new Refusal('not_found')
}

function present(row: Row): LedgerRow {
  const { sequence: _sequence, currency, ...shown } = row
  const money = (minor: number) => toWire({ minor, currency })
  return {
    ...shown,
    revenue: money(row.revenue),
    credited: money(row.credited),
    liabilityAfter: money(row.liabilityAfter),
    at: row.at.toISOString(),
  }
}
