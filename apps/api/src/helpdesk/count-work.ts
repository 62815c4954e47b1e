import type { WorkCounts } from '@timedesk/contracts/work-list'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { branchOf, isActiveCase } from './active-cases.ts'

const COUNT_MAX = 100

/** How many active cases stand in each list of the actor; each figure stops at a hundred. */
export async function countWork(reader: Reader, { id, departmentId }: StaffActor): Promise<WorkCounts> {
  const atMost = (condition: Prisma.Sql) =>
    Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM support_case c WHERE ${isActiveCase} AND ${condition} LIMIT ${COUNT_MAX}) capped)`
  const [counts] = await reader.rows<WorkCounts>(Prisma.sql`SELECT
    ${atMost(Prisma.sql`c.responsible_id = ${id}::uuid`)} AS mine,
    ${atMost(Prisma.sql`c.department_id = ANY(${branchOf(departmentId)})`)} AS department,
    ${atMost(Prisma.sql`c.responsible_id IS NULL`)} AS unassigned,
    ${atMost(Prisma.sql`true`)} AS all`)
  if (counts === undefined) throw new Error('A query of counts gave no row')
  return counts
}
