import { Refusal } from '@timedesk/contracts/refusal'
import type { Timer } from '@timedesk/contracts/timer'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

type Row = {
  caseId: string | null
  caseNumber: number | null
  caseSubject: string | null
  activityTypeId: string | null
  activityTypeName: string | null
  text: string
  startedAt: Date
  pausedAt: Date | null
  measuredSeconds: number
}

/** The timer of an employee. Refuses with `timer_stopped` when there is none. */
export async function requireTimer(reader: Reader, employeeId: string): Promise<Timer> {
  const timer = await findTimer(reader, employeeId)
  if (timer === null) throw new Refusal('timer_stopped')
  return timer
}

/** The timer of an employee, running or pausing; null when there is none. */
export async function findTimer(reader: Reader, employeeId: string): Promise<Timer | null> {
  const [row] =
    await reader.rows<Row>(Prisma.sql`SELECT c.id AS "caseId", c.number AS "caseNumber", c.subject AS "caseSubject",
      ty.id AS "activityTypeId", ty.name AS "activityTypeName", m.text, m.started_at AS "startedAt",
      m.paused_at AS "pausedAt", m.measured_seconds AS "measuredSeconds"
    FROM timer m LEFT JOIN support_case c ON c.id = m.case_id LEFT JOIN activity_type ty ON ty.id = m.activity_type_id
    WHERE m.employee_id = ${employeeId}::uuid`)
  if (row === undefined) return null
  const {
    caseId,
    caseNumber,
    caseSubject,
    activityTypeId,
    activityTypeName,
    text,
    startedAt,
    pausedAt,
    measuredSeconds,
  } = row
  return {
    case:
      caseId === null || caseNumber === null || caseSubject === null
        ? null
        : { id: caseId, number: caseNumber, subject: caseSubject },
    activityType:
      activityTypeId === null || activityTypeName === null ? null : { id: activityTypeId, name: activityTypeName },
    text,
    startedAt: startedAt.toISOString(),
    pausedAt: pausedAt?.toISOString() ?? null,
    measuredSeconds,
  }
}
