import type { ExtranetTimeLine, extranetListTime } from '@timedesk/contracts/extranet-agreements'
import type { Money } from '@timedesk/contracts/primitives'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor } from '../platform/context.ts'
import { familyOf } from '../platform/db/case-family.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { extranetTimeSelection, moneyShown, presentExtranetTime, type ExtranetTimeRow } from './extranet-time-line.ts'

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
  actor: ContactActor,
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
  const rows = await reader.rows<ExtranetTimeRow>(Prisma.sql`${extranetTimeSelection}
    WHERE t.case_id = ANY(${familyOf(caseId)}) AND ${beyond} ORDER BY t.work_date, t.created_at, t.id LIMIT ${query.limit + 1}`)
  const sums = await findSums(reader, caseId)
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.workDate, row.createdAt.toISOString(), row.id],
    (row) => presentExtranetTime(row, actor),
  )
  return {
    ...(await withTotal(page, query, () => Promise.resolve(sums.rows))),
    ...shown,
    totals: {
      minutes: sums.minutes,
      billableMinutes: sums.billableMinutes,
      amount: moneyShown(sums.amount, sums.currency),
    },
  }
}

async function findSums(reader: Reader, caseId: string): Promise<Sums> {
  const [sums] =
    await reader.rows<Sums>(Prisma.sql`SELECT count(*)::int AS rows, coalesce(sum(minutes), 0)::int AS minutes,
      coalesce(sum(billable_minutes), 0)::int AS "billableMinutes", sum(amount)::float8 AS amount, min(currency) AS currency
    FROM extranet_time_line WHERE case_id = ANY(${familyOf(caseId)})`)
  return sums ?? { rows: 0, minutes: 0, billableMinutes: 0, amount: null, currency: null }
}
