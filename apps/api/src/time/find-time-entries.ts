import { Refusal } from '@timedesk/contracts/refusal'
import type { listTimeEntries, TimeEntry } from '@timedesk/contracts/time'
import type { Step } from '@timedesk/domain/agreements/rate-entry'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type CursorKey, type Page, type Paging } from '../platform/http/paging.ts'
import { presentSteps, withoutAmounts } from './present-steps.ts'

/** A row of `timeEntrySelection`. Amounts in minor units of `currency`. */
export type TimeEntryRow = {
  id: string
  employeeId: string
  employeeName: string
  caseId: string | null
  caseNumber: number | null
  caseSubject: string | null
  customerId: string | null
  customerName: string | null
  projectId: string | null
  projectName: string | null
  activityTypeId: string
  activityTypeName: string
  agreementId: string | null
  agreementHeading: string | null
  workDate: string
  startedAt: Date | null
  endedAt: Date | null
  minutes: number
  isBillable: boolean
  billableMinutes: number
  amount: number | null
  currency: string
  explanation: Step[]
  customerText: string
  internalText: string
  createdAt: Date
  version: number
  replyId: string | null
  noteId: string | null
}

/** Time entries `t` with case `c`, customer `cu` and rating `r`: add the WHERE and the order, then `presentTimeEntry`. */
export const timeEntrySelection = Prisma.sql`SELECT t.id, t.employee_id AS "employeeId", e.name AS "employeeName",
    t.case_id AS "caseId", c.number AS "caseNumber", c.subject AS "caseSubject",
    t.customer_id AS "customerId", cu.name AS "customerName", t.project_id AS "projectId", p.name AS "projectName",
    t.activity_type_id AS "activityTypeId", ty.name AS "activityTypeName",
    t.agreement_id AS "agreementId", ag.heading AS "agreementHeading",
    t.work_date::text AS "workDate", t.started_at AS "startedAt", t.ended_at AS "endedAt", t.minutes, t.is_billable AS "isBillable",
    r.billable_minutes AS "billableMinutes", r.amount::float8 AS amount, r.currency, r.explanation,
    t.customer_text AS "customerText", t.internal_text AS "internalText", t.created_at AS "createdAt", t.version,
    t.reply_id AS "replyId", t.note_id AS "noteId"
  FROM time_entry t
  JOIN time_rating r ON r.entry_id = t.id
  JOIN employee e ON e.id = t.employee_id
  JOIN activity_type ty ON ty.id = t.activity_type_id
  LEFT JOIN support_case c ON c.id = t.case_id
  LEFT JOIN customer cu ON cu.id = t.customer_id
  LEFT JOIN project p ON p.id = t.project_id
  LEFT JOIN agreement ag ON ag.id = t.agreement_id`

/** A time entry as the API shows it. Without the right to see agreements, prices and what led to them stay out. */
export function presentTimeEntry(row: TimeEntryRow, { showsAmounts }: { showsAmounts: boolean }): TimeEntry {
  const steps = presentSteps(row.explanation, row.currency)
  return {
    id: row.id,
    employee: { id: row.employeeId, name: row.employeeName },
    case:
      row.caseId === null || row.caseNumber === null || row.caseSubject === null
        ? null
        : { id: row.caseId, number: row.caseNumber, subject: row.caseSubject },
    customer: reference(row.customerId, row.customerName),
    project: reference(row.projectId, row.projectName),
    activityType: { id: row.activityTypeId, name: row.activityTypeName },
    workDate: row.workDate,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    minutes: row.minutes,
    isBillable: row.isBillable,
    billableMinutes: row.billableMinutes,
    amount: showsAmounts && row.amount !== null ? toWire({ minor: row.amount, currency: row.currency }) : null,
    explanation: showsAmounts ? steps : withoutAmounts(steps),
    agreement: showsAmounts ? reference(row.agreementId, row.agreementHeading) : null,
    customerText: row.customerText,
    internalText: row.internalText,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }
}

/** A page of time entries, latest work date first. A project's time is its own and that of its cases. */
export async function findTimeEntries(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listTimeEntries.query>,
  shows: { showsAmounts: boolean },
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
export async function findTimeEntry(reader: Reader, id: string, shows: { showsAmounts: boolean }): Promise<TimeEntry> {
  const [row] = await reader.rows<TimeEntryRow>(Prisma.sql`${timeEntrySelection} WHERE t.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return presentTimeEntry(row, shows)
}

function filtersOf(query: z.output<typeof listTimeEntries.query>): Prisma.Sql[] {
  const { caseId, projectId, customerId, employeeId, from, to } = query
  const filters = [Prisma.sql`true`]
  if (caseId !== undefined) filters.push(Prisma.sql`t.case_id = ${caseId}::uuid`)
  if (projectId !== undefined)
    filters.push(Prisma.sql`(t.project_id = ${projectId}::uuid OR c.project_id = ${projectId}::uuid)`)
  if (customerId !== undefined) filters.push(Prisma.sql`t.customer_id = ${customerId}::uuid`)
  if (employeeId !== undefined) filters.push(Prisma.sql`t.employee_id = ${employeeId}::uuid`)
  if (from !== undefined) filters.push(Prisma.sql`t.work_date >= ${from}::date`)
  if (to !== undefined) filters.push(Prisma.sql`t.work_date <= ${to}::date`)
  return filters
}

function beyond(after: CursorKey | null): Prisma.Sql {
  return after === null ? Prisma.sql`true` : Prisma.sql`(t.work_date, t.id) < (${after[0]}::date, ${after[1]}::uuid)`
}

function reference(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name }
}
