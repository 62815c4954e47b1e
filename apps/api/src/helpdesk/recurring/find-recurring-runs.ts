import type { listRecurringRuns, RecurringRun } from '@timedesk/contracts/recurring-cases'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { readRecurringCase } from './find-recurring-cases.ts'

type Row = Omit<RecurringRun, 'at'> & { at: Date }

/** A page of what came of a recurring case each time it was due, latest first. Refuses with `not_found`. */
export async function findRecurringRuns(
  reader: Reader,
  paging: Paging,
  { recurringId, ...query }: { recurringId: string } & z.output<typeof listRecurringRuns.query>,
): Promise<Page<RecurringRun>> {
  await readRecurringCase(reader, recurringId)
  const binding = bindingOf(`recurring-runs ${recurringId}`, query)
  const key = paging.keyAfter(binding, query)
  const behind = key === null ? Prisma.empty : Prisma.sql`AND u.due_on < ${key[0]}::date`
  const rows = await reader.rows<Row>(Prisma.sql`SELECT u.due_on::text AS "dueOn", u.state, u.reason, u.detail, u.at,
      CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('id', c.id, 'number', c.number, 'subject', c.subject) END AS case
    FROM recurring_case_run u LEFT JOIN support_case c ON c.id = u.case_id
    WHERE u.recurring_id = ${recurringId}::uuid ${behind} ORDER BY u.due_on DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(
    binding,
    query,
    rows,
    ({ dueOn }) => [dueOn],
    (row): RecurringRun => ({ ...row, at: row.at.toISOString() }),
  )
  return withTotal(page, query, async () => {
    const [counted] = await reader.rows<{ total: number }>(
      Prisma.sql`SELECT count(*)::int AS total FROM recurring_case_run WHERE recurring_id = ${recurringId}::uuid`,
    )
    return counted?.total ?? 0
  })
}
