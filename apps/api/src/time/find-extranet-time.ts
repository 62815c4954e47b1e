import type { ExtranetTimeLine, extranetListTime } from '@timedesk/contracts/extranet-agreements'
import type { Money } from '@timedesk/contracts/primitives'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'

type Stored = Omit<ExtranetTimeLine['coveredBy'][number], 'name'> & {
  pool: string | null
  agreement: string | null
}
type Row = Omit<ExtranetTimeLine, 'coveredBy' | 'amount'> & {
  createdAt: Date
  pieces: Stored[]
  amount: number | null
  currency: string | null
}
type Sums = { rows: number; minutes: number; billableMinutes: number; amount: number | null; currency: string | null }
type Shown = 'none' | 'approved' | 'live'

export type ExtranetTime = Page<ExtranetTimeLine> & {
  shown: Shown
  totals: { minutes: number; billableMinutes: number; amount: Money | null }
}

/**
 * A page of the time on a case, oldest first, as far as the customer's own switches let the database show it: none of
 * it, what is approved, or all. Refuses with `not_found`.
 */
export async function findExtranetTime(
  reader: Reader,
  paging: Paging,
  { caseId, ...query }: { caseId: string } & z.output<typeof extranetListTime.query>,
): Promise<ExtranetTime> {
  const [shown] = await reader.rows<{ shown: Shown }>(
    Prisma.sql`SELECT cu.shows_time AS shown FROM support_case c JOIN customer cu ON cu.id = c.customer_id WHERE c.id = ${caseId}::uuid`,
  )
  if (shown === undefined) throw new Refusal('not_found')
  const binding = [bindingOf('extranet-time', query), caseId]
  const after = paging.keyAfter(binding, query)
  const beyond =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(t.work_date, t.created_at, t.id) > (${after[0]}::date, ${after[1]}::timestamptz, ${after[2]}::uuid)`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT t.id, t.work_date::text AS "workDate", t.created_at AS "createdAt", t.employee_name AS employee,
      t.activity_type_name AS "activityType", t.minutes, t.billable_minutes AS "billableMinutes", t.is_billable AS "isBillable",
      t.customer_text AS text, t.pieces, t.amount::float8 AS amount, t.currency, coalesce(t.correction = 'reversal', false) AS "isReversal"
    FROM extranet_time_line t WHERE t.case_id = ${caseId}::uuid AND ${beyond}
    ORDER BY t.work_date, t.created_at, t.id LIMIT ${query.limit + 1}`)
  const sums = await findSums(reader, caseId)
  const page = paging.cut(binding, query, rows, (row) => [row.workDate, row.createdAt.toISOString(), row.id], present)
  return {
    ...(await withTotal(page, query, () => Promise.resolve(sums.rows))),
    ...shown,
    totals: {
      minutes: sums.minutes,
      billableMinutes: sums.billableMinutes,
      amount: moneyOf(sums.amount, sums.currency),
    },
  }
}

async function findSums(reader: Reader, caseId: string): Promise<Sums> {
  const [sums] =
    await reader.rows<Sums>(Prisma.sql`SELECT count(*)::int AS rows, coalesce(sum(minutes), 0)::int AS minutes,
      coalesce(sum(billable_minutes), 0)::int AS "billableMinutes", sum(amount)::float8 AS amount, min(currency) AS currency
    FROM extranet_time_line WHERE case_id = ${caseId}::uuid`)
  return sums ?? { rows: 0, minutes: 0, billableMinutes: 0, amount: null, currency: null }
}

function present({ createdAt: _created, pieces, amount, currency, ...row }: Row): ExtranetTimeLine {
  return {
    ...row,
    coveredBy: pieces.map(({ pool, agreement, ...piece }) => ({ ...piece, name: pool ?? agreement })),
    amount: moneyOf(amount, currency),
  }
}

function moneyOf(minor: number | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : toWire({ minor, currency })
}
