import { Refusal } from '@timedesk/contracts/refusal'
import type { listTimeEntries, TimeEntry } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import { familyOf } from '../platform/db/case-family.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type CursorKey, type Page, type Paging } from '../platform/http/paging.ts'
import { piecesOfEntry } from './present-piece.ts'
import { presentTimeEntry, type TimeEntryRow } from './present-time-entry.ts'
import type { Shows } from './shown-to.ts'

/** Whether a reversal takes an entry back (R9). */
export function takenBack(entry: 't' | 'o'): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM time_entry x WHERE x.corrects_id = ${Prisma.raw(entry)}.id AND x.correction = 'reversal')`
}

/** Whether the employee of entry `t` worked on something else at the same time (R12); what was taken back was not worked. */
const overlaps = Prisma.sql`(t.started_at IS NOT NULL AND NOT ${takenBack('t')} AND EXISTS (SELECT 1 FROM time_entry o
  WHERE o.employee_id = t.employee_id AND o.id <> t.id AND o.work_date BETWEEN t.work_date - 1 AND t.work_date + 1
    AND o.started_at < t.ended_at AND o.ended_at > t.started_at
    AND NOT ${takenBack('o')}))`

/**
 * What settles entry `t`, as JSON: the draft that claims it, else the posted document, else that it was written off; null
 * for none of them.
 */
export const settledAs = Prisma.sql`coalesce(
  (SELECT json_build_object('as', CASE i.state WHEN 'draft' THEN 'drafted' ELSE 'invoiced' END, 'invoiceId', i.id, 'number', i.number)
    FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id
   WHERE s.entry_id = t.id AND s.is_live ORDER BY i.state, i.issued_on DESC, i.id LIMIT 1),
  (SELECT json_build_object('as', 'written_off', 'invoiceId', NULL, 'number', NULL) FROM potential_mark m
    WHERE m.source = 'time' AND m.subject_id = t.id AND m.kind = 'write_off' AND m.released_at IS NULL))`

/**
 * Time entries `t` with case `c`, customer `cu`, rating `r` and company `co`: add the WHERE and the order, then
 * `presentTimeEntry`.
 */
export const timeEntrySelection = Prisma.sql`SELECT t.id, t.employee_id AS "employeeId", e.name AS "employeeName",
    t.case_id AS "caseId", c.number AS "caseNumber", c.subject AS "caseSubject",
    t.customer_id AS "customerId", cu.name AS "customerName", t.project_id AS "projectId", p.name AS "projectName",
    t.task_id AS "taskId", tk.name AS "taskName", t.activity_type_id AS "activityTypeId", ty.name AS "activityTypeName",
    t.price_class_id AS "priceClassId", pc.name AS "priceClassName", t.agreement_id AS "agreementId", ag.heading AS "agreementHeading",
    t.work_date::text AS "workDate", t.booked_on::text AS "bookedOn", t.is_late AS "isLate", t.started_at AS "startedAt",
    t.ended_at AS "endedAt", t.minutes, t.is_billable AS "isBillable", r.billable_minutes AS "billableMinutes", r.amount::float8 AS amount,
    r.currency, r.cost::float8 AS cost, co.currency AS "companyCurrency", r.explanation, ${piecesOfEntry} AS pieces, t.state, t.correction,
    t.corrects_id AS "correctsId", t.correction_reason AS "correctionReason", ${takenBack('t')} AS "isCorrected", ${overlaps} AS overlaps, ${settledAs} AS settled,
    co.soft_locked_through::text AS "softLockedThrough", co.hard_locked_through::text AS "hardLockedThrough",
    t.customer_text AS "customerText", t.internal_text AS "internalText", t.created_at AS "createdAt", t.version,
    t.reply_id AS "replyId", t.note_id AS "noteId"
  FROM time_entry t
  CROSS JOIN company co
  JOIN time_rating r ON r.entry_id = t.id
  JOIN employee e ON e.id = t.employee_id
  JOIN activity_type ty ON ty.id = t.activity_type_id
  LEFT JOIN support_case c ON c.id = t.case_id
  LEFT JOIN customer cu ON cu.id = t.customer_id
  LEFT JOIN project p ON p.id = t.project_id
  LEFT JOIN project_task tk ON tk.id = t.task_id
  LEFT JOIN price_class pc ON pc.id = t.price_class_id
  LEFT JOIN agreement ag ON ag.id = t.agreement_id`

/** A page of time entries, latest work date first. A project's time is its own and that of its cases. */
export async function findTimeEntries(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listTimeEntries.query>,
  shows: Shows,
): Promise<Page<TimeEntry>> {
  const binding = bindingOf('time-entries', query)
  const after = paging.keyAfter(binding, query)
  const matching = Prisma.join(filtersOf(query), ' AND ')
  const rows = await reader.rows<TimeEntryRow>(
    Prisma.sql`${timeEntrySelection} WHERE ${matching} AND ${beyond(after)}
      ORDER BY t.work_date DESC, t.id DESC LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.workDate, row.id],
    (row) => presentTimeEntry(row, shows),
  )
  return withTotal(page, query, () =>
    countRows(reader, Prisma.sql`FROM time_entry t LEFT JOIN support_case c ON c.id = t.case_id WHERE ${matching}`),
  )
}

/** One time entry. Refuses with `not_found`. */
export async function findTimeEntry(reader: Reader, id: string, shows: Shows): Promise<TimeEntry> {
  const [row] = await reader.rows<TimeEntryRow>(Prisma.sql`${timeEntrySelection} WHERE t.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return presentTimeEntry(row, shows)
}

function filtersOf(query: z.output<typeof listTimeEntries.query>): Prisma.Sql[] {
  const { caseId, projectId, customerId, employeeId, agreementId, from, to } = query
  const filters = [Prisma.sql`true`]
  if (caseId !== undefined) filters.push(Prisma.sql`t.case_id = ANY(${familyOf(caseId)})`)
  if (projectId !== undefined)
    filters.push(Prisma.sql`(t.project_id = ${projectId}::uuid OR c.project_id = ${projectId}::uuid)`)
  if (customerId !== undefined) filters.push(Prisma.sql`t.customer_id = ${customerId}::uuid`)
  if (employeeId !== undefined) filters.push(Prisma.sql`t.employee_id = ${employeeId}::uuid`)
  if (agreementId !== undefined) filters.push(under(agreementId))
  if (from !== undefined) filters.push(Prisma.sql`t.work_date >= ${from}::date`)
  if (to !== undefined) filters.push(Prisma.sql`t.work_date <= ${to}::date`)
  return filters
}

/** Entries whose terms are the agreement's, or that it pays for in part; looked for among its customer's. */
function under(agreementId: string): Prisma.Sql {
  return Prisma.sql`(t.customer_id = (SELECT customer_id FROM agreement WHERE id = ${agreementId}::uuid)
    AND (t.agreement_id = ${agreementId}::uuid
      OR EXISTS (SELECT 1 FROM cover_piece p WHERE p.entry_id = t.id AND p.agreement_id = ${agreementId}::uuid)))`
}

function beyond(after: CursorKey | null): Prisma.Sql {
  return after === null ? Prisma.sql`true` : Prisma.sql`(t.work_date, t.id) < (${after[0]}::date, ${after[1]}::uuid)`
}
