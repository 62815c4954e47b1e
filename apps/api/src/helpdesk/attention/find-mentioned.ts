import { MENTIONS_MAX } from '@timedesk/contracts/limits'
import { mentionsIn } from '@timedesk/domain/text/mentions'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

type Mentioned = { mentionedIds?: string[]; mentionedDepartmentIds?: string[] }

/** Whom a note calls by name, of active people and departments; nothing else that looks like a name counts. */
export async function findMentioned(reader: Reader, body: string): Promise<Mentioned> {
  const { employeeIds, departmentIds } = mentionsIn(body, MENTIONS_MAX)
  if (employeeIds.length + departmentIds.length === 0) return {}
  const rows = await reader.rows<{ id: string; isPerson: boolean }>(Prisma.sql`
    SELECT id, true AS "isPerson" FROM employee WHERE is_active AND id = ANY(${employeeIds}::uuid[])
    UNION ALL SELECT id, false FROM department WHERE is_active AND id = ANY(${departmentIds}::uuid[]) ORDER BY 1`)
  const idsOf = (isPerson: boolean) => rows.filter((row) => row.isPerson === isPerson).map(({ id }) => id)
  const [mentionedIds, mentionedDepartmentIds] = [idsOf(true), idsOf(false)]
  return {
    ...(mentionedIds.length > 0 && { mentionedIds }),
    ...(mentionedDepartmentIds.length > 0 && { mentionedDepartmentIds }),
  }
}
