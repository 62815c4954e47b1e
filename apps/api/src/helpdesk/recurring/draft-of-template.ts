import type { createCase as contract } from '@timedesk/contracts/cases'
import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { checkFields } from '@timedesk/domain/fields/check-fields'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { findFieldDefinitions } from '../fields/find-field-definitions.ts'
import type { RecurringRow } from './find-recurring-cases.ts'

type NewCase = z.output<typeof contract.body>
type Filled = Pick<
  NewCase,
  'subject' | 'description' | 'typeId' | 'responsibleId' | 'product' | 'tags' | 'estimateMinutes' | 'templateId'
> & { contactId: string | null; priorityId: string | null; departmentId: string | null; fields: FieldValues }

/**
 * The case that a recurring one opens now. What its template names and is not active any more is left to the rules, as a
 * form would leave it; an agreement that was chosen is not, for money never goes another way by itself.
 */
export async function draftOfTemplate(tx: Tx, recurring: RecurringRow): Promise<NewCase> {
  const [row] = await tx.rows<Filled>(Prisma.sql`SELECT k.subject, k.description, k.product, k.tags, k.fields,
      k.estimate_minutes AS "estimateMinutes", k.id AS "templateId",
      (SELECT id FROM contact WHERE id = ${recurring.contact?.id ?? null}::uuid AND is_active) AS "contactId",
      (SELECT id FROM case_type WHERE id = k.type_id AND is_active) AS "typeId",
      (SELECT id FROM priority WHERE id = k.priority_id AND is_active) AS "priorityId",
      (SELECT id FROM department WHERE id = k.department_id AND is_active) AS "departmentId",
      (SELECT id FROM employee WHERE id = k.responsible_id AND is_active) AS "responsibleId"
    FROM case_template k WHERE k.id = ${recurring.template.id}::uuid`)
  if (row === undefined) throw new Error('A recurring case has no template')
  const { priorityId, departmentId, ...filled } = row
  return {
    ...filled,
    ...(priorityId !== null && { priorityId }),
    ...(departmentId !== null && { departmentId }),
    customerId: recurring.customer.id,
    agreementId: recurring.agreement?.id ?? null,
    fields: await usableValues(tx, filled.fields),
    attachmentIds: [],
    projectId: null,
    isOutsideContract: false,
    deadline: null,
    externalReference: null,
    followsId: null,
  }
}

/** The values that their fields can hold still. */
async function usableValues(tx: Tx, given: FieldValues): Promise<FieldValues> {
  const { fields } = await findFieldDefinitions(tx, [])
  const after = { typeLine: [], priorityId: null }
  return checkFields({ fields, before: null, after, given, by: 'system', moment: 'none' }).values
}
