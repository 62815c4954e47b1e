import type { extranetFollowUpCase as contract } from '@timedesk/contracts/case-links'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { createCase } from '../create-case.ts'
import { findExtranetCase } from '../find-extranet-cases.ts'

type Input = { caseId: string } & z.output<typeof contract.body>
type Carried = { typeId: string | null; projectId: string | null; product: string | null }

/**
 * A contact goes on from a case that has ended for good, with a new one of its type, project and product; what of them
 * is no longer in use is left out. Resolves with the new case's id. Refuses with `not_found`, and with `link_refused`
 * a case that can still be answered.
 */
export async function followUpCase(
  tx: Tx,
  context: Context<ContactActor>,
  { caseId, subject, description, attachmentIds }: Input,
): Promise<string> {
  const { actor, now } = context
  const earlier = await findExtranetCase(tx, actor, caseId, now)
  if (!earlier.can.followUp) throw new Refusal('link_refused', { detail: 'The case can be answered itself.' })
  const [carried] = await tx.rows<Carried>(Prisma.sql`SELECT
      (SELECT t.id FROM case_type t WHERE t.id = c.type_id AND t.is_active) AS "typeId",
      (SELECT p.id FROM project p WHERE p.id = c.project_id AND p.is_active) AS "projectId", c.product
    FROM support_case c WHERE c.id = ${caseId}::uuid`)
  if (carried === undefined) throw new Refusal('not_found')
  return createCase(tx, context, {
    subject: subject ?? earlier.subject,
    description,
    attachmentIds,
    customerId: actor.customerId,
    contactId: actor.id,
    followsId: earlier.id,
    ...carried,
    ...leftToRules,
  })
}

const leftToRules = {
  responsibleId: null,
  agreementId: null,
  isOutsideContract: false,
  deadline: null,
  externalReference: null,
  tags: [],
  estimateMinutes: null,
  templateId: null,
  fields: {},
}
