import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { refusedReference } from './lock-case.ts'

/** What a case refers to and an edit may change. */
export type FieldReferences = {
  contactId: string | null
  typeId: string | null
  priorityId: string
  projectId: string | null
  agreementId: string | null
}

type Names = {
  contact: string | null
  type: string | null
  priority: string | null
  project: string | null
  agreement: string | null
}

const messages = {
  contact: 'The contact does not exist, is not active or belongs to another customer.',
  type: 'The type does not exist or is not active.',
  priority: 'The priority does not exist or is not active.',
  project: 'The project does not exist, is not active or belongs to another customer.',
  agreement: 'The agreement does not exist, is not active or is of another customer.',
} as const satisfies Record<keyof Names, string>

/**
 * The names of what a case refers to before and after an edit. Refuses with `reference_refused` what is new and
 * cannot be used; what was there already may stay, active or not.
 */
export async function findFieldNames(
  tx: Tx,
  customerId: string,
  before: FieldReferences,
  after: FieldReferences,
): Promise<{ before: Names; after: Names }> {
  const [known, wanted] = await tx.rows<Names>(
    Prisma.sql`${namesOf(customerId, before, before)} UNION ALL ${namesOf(customerId, before, after)}`,
  )
  if (known === undefined || wanted === undefined) throw new Error('A query of values gave no row')
  for (const field of Object.keys(messages) as (keyof Names)[]) {
    if (wanted[field] === null && after[`${field}Id`] !== null)
      throw refusedReference(`/body/${field}Id`, messages[field])
  }
  return { before: known, after: wanted }
}

function namesOf(
  customerId: string,
  before: FieldReferences,
  { contactId, typeId, priorityId, projectId, agreementId }: FieldReferences,
): Prisma.Sql {
  const own = Prisma.sql`customer_id = ${customerId}::uuid`
  return Prisma.sql`SELECT
    (SELECT name FROM contact WHERE id = ${contactId}::uuid AND ${own} AND (is_active OR id = ${before.contactId}::uuid)) AS contact,
    (SELECT name FROM case_type WHERE id = ${typeId}::uuid AND (is_active OR id = ${before.typeId}::uuid)) AS type,
    (SELECT name FROM priority WHERE id = ${priorityId}::uuid AND (is_active OR id = ${before.priorityId}::uuid)) AS priority,
    (SELECT name FROM project WHERE id = ${projectId}::uuid AND ${own} AND (is_active OR id = ${before.projectId}::uuid)) AS project,
    (SELECT heading FROM agreement WHERE id = ${agreementId}::uuid AND ${own} AND (state = 'active' OR id = ${before.agreementId}::uuid)) AS agreement`
}
