import type { DraftKind } from '@timedesk/contracts/drafts'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { refusedReference } from '../lock-case.ts'
import { tellOfDraft } from './keep-draft.ts'
import { lockDraft, moveDraft } from './move-draft.ts'

type Asked = { caseId: string; employeeId: string; words: string }

/** Asks a colleague who writes on a case. Refuses with `not_found`, and with `reference_refused` who is nobody else. */
export async function askWriter(tx: Tx, context: Context<StaffActor>, asked: Asked): Promise<void> {
  await tellWriter(tx, context, 'ask', asked)
}

/**
 * Takes over what a colleague writes: the draft becomes the shared one, in which both write. A colleague who is not
 * active any more is not told. Refuses with `not_found`, and with `reference_refused` who is nobody else.
 */
export async function takeOverWriting(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, employeeId, kind }: { caseId: string; employeeId: string; kind: DraftKind },
): Promise<void> {
  await tellWriter(tx, context, 'take_over', { caseId, employeeId, words: '' })
  const draft = await lockDraft(tx, { caseId, kind, isShared: false }, employeeId)
  if (draft === null) return
  const shared = { caseId, kind, isShared: true }
  await moveDraft(tx, draft, shared, employeeId, context.now)
  tellOfDraft(context, shared)
}

async function tellWriter(
  tx: Tx,
  context: Context<StaffActor>,
  kind: 'ask' | 'take_over',
  { caseId, employeeId, words }: Asked,
): Promise<void> {
  const [subject] = await tx.rows<{ customerId: string }>(
    Prisma.sql`SELECT customer_id AS "customerId" FROM support_case WHERE id = ${caseId}::uuid`,
  )
  if (subject === undefined) throw new Refusal('not_found')
  const [employee] = await tx.rows<{ name: string }>(
    Prisma.sql`SELECT name FROM employee WHERE id = ${employeeId}::uuid AND id <> ${context.actor.id}::uuid`,
  )
  if (employee === undefined) throw refusedReference('/body/employeeId', 'There is no such colleague.')
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId: subject.customerId }, [
    { type: 'case.asked', employeeId, employeeName: employee.name, kind, words },
  ])
}
