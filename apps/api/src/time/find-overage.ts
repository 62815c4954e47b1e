import type { listOverage } from '@timedesk/contracts/cover'
import type { TimeEntry } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { takenBack, timeEntrySelection } from './find-time-entries.ts'
import { presentTimeEntry, type TimeEntryRow } from './present-time-entry.ts'
import type { Shows } from './shown-to.ts'

/** A page of the time whose overage waits for a decision (R22), oldest work first. What was taken back waits for none. */
export async function findOverage(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listOverage.query>,
  shows: Shows,
): Promise<Page<TimeEntry>> {
  const binding = bindingOf('overage', query)
  const after = paging.keyAfter(binding, query)
  const ofCustomer =
    query.customerId === undefined ? Prisma.sql`true` : Prisma.sql`t.customer_id = ${query.customerId}::uuid`
  const matching = Prisma.sql`${ofCustomer} AND t.id IN (SELECT h.entry_id FROM cover_piece h WHERE h.hold IN ('approval', 'blocked'))
    AND t.correction IS DISTINCT FROM 'reversal' AND NOT ${takenBack('t')}`
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(t.work_date, t.id) > (${after[0]}::date, ${after[1]}::uuid)`
  const rows = await reader.rows<TimeEntryRow>(
    Prisma.sql`${timeEntrySelection} WHERE ${matching} AND ${beyond} ORDER BY t.work_date, t.id LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.workDate, row.id],
    (row) => presentTimeEntry(row, shows),
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM time_entry t WHERE ${matching}`))
}
