import { Prisma } from '@timedesk/prisma/client'

/**
 * Whether work is still owed on case `c`. Written out letter by letter as the partial indexes have it, for the
 * planner takes them only then.
 */
export const isActiveCase = Prisma.sql`c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')`

/** The departments below one, itself included, as an array for `= ANY(…)`. */
export function branchOf(departmentId: string): Prisma.Sql {
  return Prisma.sql`ARRAY(WITH RECURSIVE branch AS (
    SELECT id FROM department WHERE id = ${departmentId}::uuid
    UNION SELECT d.id FROM department d JOIN branch b ON d.parent_id = b.id) SELECT id FROM branch)`
}
