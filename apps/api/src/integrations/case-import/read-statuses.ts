import { statusCategories, type CaseStatus } from '@timedesk/domain/helpdesk/status'
import type { StatusByCategory } from '@timedesk/domain/import/to-history'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** The company's first status of each category. */
export async function readStatuses(reader: Reader): Promise<StatusByCategory> {
  const statuses = await reader.rows<CaseStatus>(
    Prisma.sql`SELECT id, name, category FROM case_status ORDER BY position, name`,
  )
  const found = statusCategories.map((category) => {
    const status = statuses.find((one) => one.category === category)
    if (status === undefined) throw new Error(`The company has no status of the category ${category}`)
    return [category, status] as const
  })
  return Object.fromEntries(found) as StatusByCategory
}
