import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

/** What a case hands on to one that is split off from it; null where it has none, or none that can still be used. */
export type Traits = {
  number: number
  subject: string
  contactId: string | null
  typeId: string | null
  priorityId: string | null
  departmentId: string | null
  responsibleId: string | null
  projectId: string | null
  agreementId: string | null
  isOutsideContract: boolean
  product: string | null
  tags: string[]
  fields: FieldValues
}

/** Reads what a case hands on. */
export async function findTraits(tx: Tx, caseId: string): Promise<Traits> {
  const [row] =
    await tx.rows<Traits>(Prisma.sql`SELECT c.number, c.subject, k.id AS "contactId", t.id AS "typeId", p.id AS "priorityId",
      d.id AS "departmentId", e.id AS "responsibleId", j.id AS "projectId", a.id AS "agreementId", c.is_outside_contract AS "isOutsideContract",
      c.product, c.tags, c.fields
    FROM support_case c
    LEFT JOIN contact k ON k.id = c.contact_id AND k.is_active
    LEFT JOIN case_type t ON t.id = c.type_id AND t.is_active
    LEFT JOIN priority p ON p.id = c.priority_id AND p.is_active
    LEFT JOIN department d ON d.id = c.department_id AND d.is_active
    LEFT JOIN employee e ON e.id = c.responsible_id AND e.is_active AND d.id IS NOT NULL
    LEFT JOIN project j ON j.id = c.project_id AND j.is_active
    LEFT JOIN agreement a ON a.id = c.agreement_id AND a.state = 'active'
    WHERE c.id = ${caseId}::uuid`)
  if (row === undefined) throw new Error('The locked case is gone')
  return row
}
