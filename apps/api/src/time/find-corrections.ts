import type { listCorrections } from '@timedesk/contracts/corrections'
import type { TimeEntry } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { timeEntrySelection } from './find-time-entries.ts'
import { presentTimeEntry, type TimeEntryRow } from './present-time-entry.ts'
import type { Shows } from './shown-to.ts'

const waiting = Prisma.sql`t.correction IS NOT NULL AND t.state = 'submitted'`

/** A page of reversals and replacements that wait for approval, oldest first, those of one correction together. */
export async function findCorrections(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listCorrections.query>,
  shows: Shows,
): Promise<Page<TimeEntry>> {
  const binding = bindingOf('corrections', query)
  const after = paging.keyAfter(binding, query)
  const behind =
    after === null ? Prisma.empty : Prisma.sql`AND (t.created_at, t.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const rows = await reader.rows<TimeEntryRow>(Prisma.sql`${timeEntrySelection} WHERE ${waiting} ${behind}
    ORDER BY t.created_at, t.id LIMIT ${query.limit + 1}`)
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.createdAt.toISOString(), row.id],
    (row) => presentTimeEntry(row, shows),
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM time_entry t WHERE ${waiting}`))
}
