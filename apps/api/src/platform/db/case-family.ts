import { Prisma } from '@timedesk/prisma/client'

/**
 * The ids of a case and of those that were merged into it, as an array for `= ANY(…)`. A subquery, so that it is worked
 * out once for a query.
 */
export function familyOf(caseId: string): Prisma.Sql {
  return familyOfCase(Prisma.sql`${caseId}::uuid`)
}

/** The same of a case by an expression. */
export function familyOfCase(caseId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT case_family(${caseId}))::uuid[]`
}
