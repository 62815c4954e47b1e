import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../lock-case.ts'

/** What a case template leaves to do once the case is there. */
export type CaseTemplateInUse = { checklistId: string | null }

/** The template that a new case is begun from, if any. Refuses one that does not exist or is not active. */
export async function findTemplateToUse(tx: Tx, templateId: string | null): Promise<CaseTemplateInUse> {
  if (templateId === null) return { checklistId: null }
  const [template] = await tx.rows<CaseTemplateInUse>(
    Prisma.sql`SELECT checklist_id AS "checklistId" FROM case_template WHERE id = ${templateId}::uuid AND is_active`,
  )
  if (template === undefined)
    throw refusedReference('/body/templateId', 'The case template does not exist or is not active.')
  return template
}
