import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { priceText } from '../platform/read-rate.ts'
import { takenBack } from './find-time-entries.ts'

/** An entry as commands read it before they change it. Rate and amount in minor units. */
export type EntryBefore = {
  id: string
  employeeId: string
  employeeName: string
  customerId: string | null
  caseId: string | null
  caseName: string | null
  projectId: string | null
  projectName: string | null
  taskId: string | null
  taskName: string | null
  activityTypeId: string
  activityTypeName: string
  priceClassId: string | null
  priceClassName: string | null
  agreementId: string | null
  workDate: string
  bookedOn: string
  isLate: boolean
  startedAt: Date | null
  endedAt: Date | null
  minutes: number
  isBillable: boolean
  billableChoice: boolean | null
  rateOverride: number | null
  state: 'open' | 'submitted' | 'approved'
  correction: 'reversal' | 'replacement' | null
  isCorrected: boolean
  /** Whether a document charges it, or it was written off. */
  isSettled: boolean
  customerText: string
  internalText: string
  version: number
  billableMinutes: number
  amount: number | null
  currency: string
  /** The names of what pays for it. */
  cover: string[]
  timeZone: string
}

/** Reads an entry. Refuses with `not_found`. */
export async function readEntry(reader: Reader, entryId: string): Promise<EntryBefore> {
  const entry = await seekEntry(reader, entryId)
  if (entry === null) throw new Refusal('not_found')
  return entry
}

/** Reads an entry; null when there is none. */
export async function seekEntry(reader: Reader, entryId: string): Promise<EntryBefore | null> {
  const [entry] =
    await reader.rows<EntryBefore>(Prisma.sql`SELECT t.id, t.employee_id AS "employeeId", e.name AS "employeeName",
      t.customer_id AS "customerId", t.case_id AS "caseId", '#' || c.number || ' ' || c.subject AS "caseName",
      t.project_id AS "projectId", p.name AS "projectName", t.task_id AS "taskId", tk.name AS "taskName",
      t.activity_type_id AS "activityTypeId", ty.name AS "activityTypeName", t.price_class_id AS "priceClassId", pc.name AS "priceClassName",
      t.agreement_id AS "agreementId", t.work_date::text AS "workDate", t.booked_on::text AS "bookedOn", t.is_late AS "isLate",
      t.started_at AS "startedAt", t.ended_at AS "endedAt", t.minutes, t.is_billable AS "isBillable", t.billable_choice AS "billableChoice",
      t.rate_override AS "rateOverride", t.state, t.correction,
      ${takenBack('t')} AS "isCorrected", is_settled_time(t.id) AS "isSettled",
      t.customer_text AS "customerText", t.internal_text AS "internalText", t.version,
      r.billable_minutes AS "billableMinutes", r.amount::float8 AS amount, r.currency, co.time_zone AS "timeZone",
      ARRAY(SELECT coalesce(xp.name, xa.heading) FROM cover_piece x LEFT JOIN cover_pool xp ON xp.id = x.pool_id
        LEFT JOIN agreement xa ON xa.id = x.agreement_id WHERE x.entry_id = t.id AND coalesce(xp.name, xa.heading) IS NOT NULL
        ORDER BY x.position) AS cover
    FROM time_entry t
    CROSS JOIN company co
    JOIN time_rating r ON r.entry_id = t.id
    JOIN employee e ON e.id = t.employee_id
    JOIN activity_type ty ON ty.id = t.activity_type_id
    LEFT JOIN support_case c ON c.id = t.case_id
    LEFT JOIN project p ON p.id = t.project_id
    LEFT JOIN project_task tk ON tk.id = t.task_id
    LEFT JOIN price_class pc ON pc.id = t.price_class_id
    WHERE t.id = ${entryId}::uuid`)
  return entry ?? null
}

/** What the log tells of an entry's change: names rather than ids, and what the change did to its worth. */
export function shownOf(entry: EntryBefore) {
  return {
    activityType: entry.activityTypeName,
    case: entry.caseName,
    project: entry.projectName,
    task: entry.taskName,
    priceClass: entry.priceClassName,
    workDate: entry.workDate,
    startedAt: entry.startedAt?.toISOString() ?? null,
    endedAt: entry.endedAt?.toISOString() ?? null,
    minutes: entry.minutes,
    isBillable: entry.isBillable,
    ratePerHour: priceText(entry.rateOverride, entry.currency),
    customerText: entry.customerText,
    internalText: entry.internalText,
    billableMinutes: entry.billableMinutes,
    amount: priceText(entry.amount, entry.currency),
    cover: [...new Set(entry.cover)],
  }
}
