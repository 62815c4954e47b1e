import { Prisma } from '@timedesk/prisma/client'
import { coveringAgreement } from '../agreements/covering-agreement.ts'
import { ratingGroundColumns, type RatingGround } from '../agreements/rate-work.ts'
import type { Reader } from '../platform/db/database.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'

/** What new time refers to. Neither case nor project: internal time. */
export type References = {
  caseId?: string | undefined
  projectId?: string | undefined
  activityTypeId: string
  employeeId: string
  workDate?: string | undefined
}

/** The references, found and usable, and what rates the time. */
export type TimeGround = RatingGround & {
  customerId: string | null
  /** `YYYY-MM-DD`; today in the company's time zone unless it was given. */
  workDate: string
  employeeName: string
  activityTypeName: string
  activityTypeIsBillable: boolean
}

type Row = Omit<TimeGround, 'employeeName' | 'activityTypeName' | 'activityTypeIsBillable'> & {
  employeeName: string | null
  activityTypeName: string | null
  activityTypeIsBillable: boolean | null
  isCaseFound: boolean
  isProjectUsable: boolean
}

/** Finds all that new time needs, in one query. Refuses with `reference_refused`, pointing below `pointer`. */
export async function findTimeGround(
  reader: Reader,
  references: References,
  now: Date,
  pointer: string,
): Promise<TimeGround> {
  const [row] = await reader.rows<Row>(groundQuery(references, now))
  if (row === undefined) throw new Error('The database has no company')
  const { employeeName, activityTypeName, activityTypeIsBillable, isCaseFound, isProjectUsable, ...ground } = row
  if (!isCaseFound) throw refusedReference(`${pointer}/caseId`, 'There is no such case.')
  if (!isProjectUsable)
    throw refusedReference(
      `${pointer}/projectId`,
      'The project does not exist, is not active or belongs to another customer.',
    )
  if (employeeName === null)
    throw refusedReference(`${pointer}/employeeId`, 'The employee does not exist or is not active.')
  if (activityTypeName === null || activityTypeIsBillable === null)
    throw refusedReference(`${pointer}/activityTypeId`, 'The activity type does not exist or is not active.')
  return { ...ground, employeeName, activityTypeName, activityTypeIsBillable }
}

function groundQuery({ caseId, projectId, activityTypeId, employeeId, workDate }: References, now: Date): Prisma.Sql {
  const agreement = coveringAgreement({
    customerId: Prisma.sql`cu.id`,
    workDate: Prisma.sql`d.work_date`,
    caseAgreementId: Prisma.sql`c.agreement_id`,
    presentAgreementId: Prisma.sql`NULL::uuid`,
  })
  return Prisma.sql`SELECT ${ratingGroundColumns}, cu.id AS "customerId", d.work_date::text AS "workDate",
      e.name AS "employeeName", ty.name AS "activityTypeName", ty.is_billable AS "activityTypeIsBillable",
      (${caseId ?? null}::uuid IS NULL OR c.id IS NOT NULL) AS "isCaseFound",
      (${projectId ?? null}::uuid IS NULL OR p.id IS NOT NULL) AS "isProjectUsable"
    FROM company co
    CROSS JOIN LATERAL (SELECT coalesce(${workDate ?? null}::date, (${now}::timestamptz AT TIME ZONE co.time_zone)::date) AS work_date) d
    LEFT JOIN employee e ON e.id = ${employeeId}::uuid AND e.is_active
    LEFT JOIN activity_type ty ON ty.id = ${activityTypeId}::uuid AND ty.is_active
    LEFT JOIN support_case c ON c.id = ${caseId ?? null}::uuid
    LEFT JOIN project p ON p.id = ${projectId ?? null}::uuid AND p.is_active
      AND (c.customer_id IS NULL OR p.customer_id = c.customer_id)
    LEFT JOIN customer cu ON cu.id = coalesce(c.customer_id, p.customer_id)
    LEFT JOIN LATERAL ${agreement} ag ON true`
}
