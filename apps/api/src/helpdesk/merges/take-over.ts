import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import { orRefusal } from '../../platform/db/savepoint.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refusal } from '@timedesk/contracts/refusal'
import { dispatchCase } from '../dispatch-case.ts'
import { updateCase } from '../update-case.ts'

/** What the survivor of a merge has from the other case afterwards. */
export type TakenOver = { subject: boolean; responsible: boolean; agreement: boolean }

type Traits = {
  subject: { subject: string }
  responsible: { departmentId: string; responsibleId: string | null }
  agreement: { agreementId: string | null; isOutsideContract: boolean }
}

/** What a merge changed of its survivor, as it was before and after. */
export type Taken = { [Trait in keyof Traits]?: { before: Traits[Trait]; after: Traits[Trait] } }

/**
 * Gives a case what another one says of itself, as if somebody had typed it there. Refuses with `permission_denied` a
 * person by whom may not dispatch, and what changing those fields refuses.
 */
export async function takeOver(
  tx: Tx,
  context: Context<StaffActor>,
  fromId: string,
  caseId: string,
  wanted: TakenOver,
): Promise<Taken> {
  if (!wanted.subject && !wanted.responsible && !wanted.agreement) return {}
  const [source, survivor] = await Promise.all([traitsOf(tx, fromId), traitsOf(tx, caseId)])
  if (wanted.responsible && !context.actor.permissions.has('case:dispatch'))
    throw new Refusal('permission_denied', { missingPermission: 'case:dispatch' })
  if (wanted.subject) await updateCase(tx, context, { caseId, ...source.subject }, null)
  if (wanted.agreement) await updateCase(tx, context, { caseId, ...source.agreement }, null)
  if (wanted.responsible) await dispatchCase(tx, context, { caseId, ...source.responsible })
  return {
    ...(wanted.subject && { subject: { before: survivor.subject, after: source.subject } }),
    ...(wanted.responsible && { responsible: { before: survivor.responsible, after: source.responsible } }),
    ...(wanted.agreement && { agreement: { before: survivor.agreement, after: source.agreement } }),
  }
}

/**
 * Gives a case back what it was before a merge, each as far as nobody changed it since and it is still possible: an
 * agreement may have ended, and a person may have left.
 */
export async function giveBack(
  tx: Tx,
  context: Context<StaffActor>,
  caseId: string,
  { subject, responsible, agreement }: Taken,
): Promise<void> {
  const now = await traitsOf(tx, caseId)
  if (subject !== undefined && isSame(now.subject, subject.after))
    await orRefusal(tx, context, () => updateCase(tx, context, { caseId, ...subject.before }, null))
  if (agreement !== undefined && isSame(now.agreement, agreement.after))
    await orRefusal(tx, context, () => updateCase(tx, context, { caseId, ...agreement.before }, null))
  if (responsible !== undefined && isSame(now.responsible, responsible.after))
    await orRefusal(tx, context, () => dispatchCase(tx, context, { caseId, ...responsible.before }))
}

function isSame<Trait extends object>(one: Trait, other: Trait): boolean {
  return Object.entries(one).every(([name, value]) => other[name as keyof Trait] === value)
}

async function traitsOf(tx: Tx, id: string): Promise<Traits> {
  const [row] = await tx.rows<Traits>(Prisma.sql`SELECT json_build_object('subject', subject) AS subject,
      json_build_object('departmentId', department_id, 'responsibleId', responsible_id) AS responsible,
      json_build_object('agreementId', agreement_id, 'isOutsideContract', is_outside_contract) AS agreement
    FROM support_case WHERE id = ${id}::uuid`)
  if (row === undefined) throw new Error('The held case is gone')
  return row
}
