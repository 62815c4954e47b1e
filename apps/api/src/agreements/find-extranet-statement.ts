import type { ExtranetStatementRow, extranetListStatement } from '@timedesk/contracts/extranet-agreements'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'

type Row = ExtranetStatementRow & { sequence: string }

/** A page of what moved in a voucher or quota, latest first; empty where balances are not shown. Refuses with `not_found`. */
export async function findExtranetStatement(
  reader: Reader,
  paging: Paging,
  { poolId, ...query }: { poolId: string } & z.output<typeof extranetListStatement.query>,
): Promise<Page<ExtranetStatementRow>> {
  const known = await reader.rows(Prisma.sql`SELECT 1 FROM extranet_pool WHERE id = ${poolId}::uuid`)
  if (known.length === 0) throw new Refusal('not_found')
  const binding = [bindingOf('extranet-statement', query), poolId]
  const after = paging.keyAfter(binding, query)
  const upTo = query.to === undefined ? Prisma.sql`true` : Prisma.sql`l.booked_on <= ${query.to}::date`
  const matching = Prisma.sql`l.pool_id = ${poolId}::uuid AND ${upTo}`
  const beyond = after === null ? Prisma.sql`true` : Prisma.sql`l.sequence < ${after[0]}::bigint`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT l.id, l.sequence::text AS sequence, l.kind, coalesce(l.work_date, l.booked_on)::text AS day,
      l.case_number AS "caseNumber", l.employee_name AS employee, l.minutes, l.units::float8 AS units, l.balance_after::float8 AS "balanceAfter"
    FROM extranet_pool_ledger l WHERE ${matching} AND ${beyond} ORDER BY l.sequence DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.sequence],
    ({ sequence: _sequence, ...row }) => row,
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM extranet_pool_ledger l WHERE ${matching}`))
}
