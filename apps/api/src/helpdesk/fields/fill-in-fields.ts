import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { Refusal } from '@timedesk/contracts/refusal'
import { isEnded, type StatusCategory } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { checkCaseFields } from './check-case-fields.ts'
import { fieldChanges, findFieldContacts } from './describe-fields.ts'
import { findContactValues } from './find-field-values.ts'

type Row = { typeId: string | null; priorityId: string; category: StatusCategory; customerId: string; version: number }

/**
 * A contact fills in custom fields of its case. Refuses a case that has ended (`case_closed`), a stale version, and what
 * a field cannot hold or contacts may not fill in.
 */
export async function fillInFields(
  tx: Tx,
  context: Context<ContactActor>,
  { caseId, fields: given }: { caseId: string; fields: FieldValues },
  ifMatch: number | null,
): Promise<void> {
  const found = await lockOwnCase(tx, caseId)
  requireVersion(found.version, ifMatch)
  if (isEnded(found.category)) throw new Refusal('case_closed')
  const { typeId, priorityId, customerId } = found
  const before = await findContactValues(tx, caseId)
  const { values, fields } = await checkCaseFields(tx, context, {
    customerId,
    before: { typeId, priorityId, values: before },
    after: { typeId, priorityId },
    given,
    moment: 'contact_update',
    pointer: '/body/fields',
  })
  const names = await findFieldContacts(tx, fields, before, values)
  const changes = fieldChanges(fields, before, values, names).map(({ field, from, to }) => ({ field, from, to }))
  if (changes.length === 0) return
  const changed = fields.filter(({ id }) => before[id] !== values[id])
  const written = Object.fromEntries(changed.map(({ id }) => [id, values[id] ?? null]))
  await tx.rows(Prisma.sql`SELECT fill_in_fields(${caseId}::uuid, ${JSON.stringify(written)}::jsonb)`)
  await tx.rows(
    Prisma.sql`UPDATE support_case SET version = version + 1, last_activity_at = ${context.now} WHERE id = ${caseId}::uuid`,
  )
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, [
    { type: 'case.changed', changes, isPublic: true },
  ])
}

/** The row is the contact's own to see, or it is not there; nobody else changes it meanwhile. */
async function lockOwnCase(tx: Tx, caseId: string): Promise<Row> {
  const [row] = await tx.rows<Row>(Prisma.sql`SELECT c.type_id AS "typeId", c.priority_id AS "priorityId", c.category,
      c.customer_id AS "customerId", c.version FROM support_case c WHERE c.id = ${caseId}::uuid FOR NO KEY UPDATE`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
