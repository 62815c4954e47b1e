import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import type { extranetListOverage } from '@timedesk/contracts/time-questions'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor } from '../platform/context.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { extranetTimeSelection, presentExtranetTime, type ExtranetTimeRow } from './extranet-time-line.ts'

type CaseReference = { id: string; number: number; subject: string }
type Waiting = { case: CaseReference; line: ExtranetTimeLine }

/**
 * A page of the lines that wait to be accepted beyond an agreement (R22), over all cases that the contact sees, oldest
 * first. What the supplier does not show yet waits unseen.
 */
export async function findExtranetOverage(
  reader: Reader,
  paging: Paging,
  actor: ContactActor,
  query: z.output<typeof extranetListOverage.query>,
): Promise<Page<Waiting>> {
  const binding = bindingOf('extranet-overage', query)
  const after = paging.keyAfter(binding, query)
  const matching = Prisma.sql`t.id IN (SELECT o.entry_id FROM extranet_overage o)`
  const beyond =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(t.work_date, t.created_at, t.id) > (${after[0]}::date, ${after[1]}::timestamptz, ${after[2]}::uuid)`
  const rows = await reader.rows<ExtranetTimeRow>(Prisma.sql`${extranetTimeSelection}
    WHERE ${matching} AND ${beyond} ORDER BY t.work_date, t.created_at, t.id LIMIT ${query.limit + 1}`)
  const cases = await findCases(
    reader,
    rows.map(({ caseId }) => caseId),
  )
  const page = paging.cut(
    binding,
    query,
    rows.flatMap((row) => {
      const found = cases.get(row.caseId)
      return found === undefined ? [] : [{ row, case: found }]
    }),
    ({ row }) => [row.workDate, row.createdAt.toISOString(), row.id],
    ({ row, ...rest }) => ({ ...rest, line: presentExtranetTime(row, actor) }),
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM extranet_time_line t WHERE ${matching}`))
}

async function findCases(reader: Reader, ids: readonly string[]): Promise<Map<string, CaseReference>> {
  const found = await reader.rows<CaseReference>(
    Prisma.sql`SELECT id, number::int AS number, subject FROM support_case WHERE id = ANY(${ids}::uuid[])`,
  )
  return new Map(found.map((row) => [row.id, row]))
}
