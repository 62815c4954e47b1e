import type { Timer } from '@timedesk/contracts/time'
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
}

/** The running timer of an employee; null when none runs. */
export async function findTimer(reader: Reader, employeeId: string): Promise<Timer | null> {
  const [row] =
    await reader.rows<Row>(Prisma.sql`SELECT c.id AS "caseId", c.number AS "caseNumber", c.subject AS "caseSubject",
      ty.id AS "activityTypeId", ty.name AS "activityTypeName", m.text, m.started_at AS "startedAt"
    FROM timer m LEFT JOIN support_case c ON c.id = m.case_id LEFT JOIN activity_type ty ON ty.id = m.activity_type_id
    WHERE m.employee_id = ${employeeId}::uuid`)
  if (row === undefined) return null
  const { caseId, caseNumber, caseSubject, activityTypeId, activityTypeName, text, startedAt } = row
  return {
    case:
      caseId === null || caseNumber === null || caseSubject === null
        ? null
        : { id: caseId, number: caseNumber, subject: caseSubject },
    activityType:
      activityTypeId === null || activityTypeName === null ? null : { id: activityTypeId, name: activityTypeName },
    text,
    startedAt: startedAt.toISOString(),
  }
}
