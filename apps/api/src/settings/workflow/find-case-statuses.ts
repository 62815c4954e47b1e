import type { CaseStatus } from '@timedesk/contracts/case-settings'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

const columns = Prisma.sql`id, name, category, color, pauses_clock AS "pausesClock",
  CASE WHEN customer_name IS NULL THEN NULL ELSE json_build_object('en', customer_name, 'da', customer_name_da) END AS "customerWording",
  position, is_active AS "isActive", version`

/** All case statuses, in the order of the company. */
export async function findCaseStatuses(reader: Reader, isActive?: boolean): Promise<CaseStatus[]> {
  const active = isActive === undefined ? Prisma.sql`true` : Prisma.sql`is_active = ${isActive}`
  return reader.rows<CaseStatus>(
    Prisma.sql`SELECT ${columns} FROM case_status WHERE ${active} ORDER BY position, name, id`,
  )
}

/** One case status. Refuses with `not_found`. */
export async function findCaseStatus(reader: Reader, id: string): Promise<CaseStatus> {
  const [row] = await reader.rows<CaseStatus>(Prisma.sql`SELECT ${columns} FROM case_status WHERE id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
