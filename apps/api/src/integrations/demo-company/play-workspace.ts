import { createCaseView as viewContract } from '@timedesk/contracts/case-views'
import { createCase as caseContract } from '@timedesk/contracts/cases'
import { mentionText } from '@timedesk/domain/text/mentions'
import { Prisma } from '@timedesk/prisma/client'
import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import { followCase } from '../../helpdesk/attention/follow-case.ts'
import { snoozeCase } from '../../helpdesk/attention/snooze-case.ts'
import { createCase } from '../../helpdesk/create-case.ts'
import { keepDraft } from '../../helpdesk/drafts/keep-draft.ts'
import { scheduleDraft } from '../../helpdesk/drafts/schedule-draft.ts'
import { linkCases } from '../../helpdesk/links/link-cases.ts'
import { mergeCase } from '../../helpdesk/merges/merge-case.ts'
import { createCaseView } from '../../helpdesk/views/create-case-view.ts'
import { writeNote } from '../../helpdesk/write-note.ts'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { answerAsSupplier, askSuppliers } from './ask-suppliers.ts'
import type { PastContexts } from './past-contexts.ts'

const FOLLOWED = 2
const NO_TIME = {
  ...{ minutes: null, startedAt: '', endedAt: '', workDate: null, activityTypeId: null },
  ...{ priceClassId: null, isBillable: null, customerText: '', internalText: '' },
}

/** Something that happens at its time, by the commands that people use themselves. */
export type PastStep = { at: Date; play: (tx: Tx) => Promise<void> }

type Suited = { id: string; customerId: string; subject: string; contactId: string; responsibleId: string }

/** What the staff does around the dialogue, each on cases that suit it. */
export function workspaceSteps(company: DemoCompany, contexts: PastContexts): PastStep[] {
  const { workspace } = company
  const { moments } = workspace
  const follower = contexts.by(workspace.followerId, moments.reportedAgain)
  const lead = contexts.by(workspace.leadId, moments.tidiedUp)
  return [
    { at: moments.viewsSaved, play: (tx) => saveViews(tx, company, contexts) },
    { at: moments.suppliersAsked, play: (tx) => askSuppliers(tx, company, contexts) },
    { at: moments.reportedAgain, play: (tx) => reportAgain(tx, company, follower) },
    { at: moments.reportedAgain, play: (tx) => draftAndPutAway(tx, company, follower) },
    { at: moments.tidiedUp, play: (tx) => tidyUp(tx, company, lead) },
    { at: moments.supplierAnswered, play: (tx) => answerAsSupplier(tx, company, contexts) },
  ]
}

async function saveViews(tx: Tx, { workspace }: DemoCompany, contexts: PastContexts): Promise<void> {
  for (const { byId, view } of workspace.views)
    await createCaseView(tx, contexts.by(byId, workspace.moments.viewsSaved), viewContract.body.parse(view))
}

/** Somebody calls about what a colleague has reported already, and the follower follows that and other cases. */
async function reportAgain(tx: Tx, { workspace }: DemoCompany, context: Context<StaffActor>): Promise<void> {
  const others = await findQuiet(tx, workspace)
  const [reported] = others
  if (reported === undefined) return
  const { customerId, contactId } = reported
  const subject = workspace.again.before + reported.subject
  const given = { customerId, contactId, subject, description: workspace.again.description }
  await createCase(tx, context, caseContract.body.parse(given))
  for (const { id: caseId } of others.slice(0, FOLLOWED)) await followCase(tx, context, { caseId })
}

async function draftAndPutAway(tx: Tx, { workspace }: DemoCompany, context: Context<StaffActor>): Promise<void> {
  const [shared, noted, put, answered = noted] = await findQuiet(tx, workspace, true)
  if (shared !== undefined)
    await draft(tx, context, { caseId: shared.id, kind: 'reply', isShared: true }, workspace.sharedDraft)
  if (noted !== undefined)
    await draft(tx, context, { caseId: noted.id, kind: 'note', isShared: false }, workspace.ownDraft)
  const until = workspace.moments.comesBack.toISOString()
  if (put !== undefined) await snoozeCase(tx, context, { caseId: put.id, until })
  if (answered === undefined) return
  const slot = { caseId: answered.id, kind: 'reply', isShared: false } as const
  await draft(tx, context, slot, workspace.scheduledReply)
  await scheduleDraft(tx, context, slot, { sendAt: until }, null)
}

/** The second report goes into the first, and two cases are found to have one cause. */
async function tidyUp(tx: Tx, company: DemoCompany, context: Context<StaffActor>): Promise<void> {
  const { workspace } = company
  const [reported, incident, problem] = await findQuiet(tx, workspace)
  const [again] = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM support_case
    WHERE subject = ${workspace.again.before + (reported?.subject ?? '')} ORDER BY created_at DESC, id DESC LIMIT 1`)
  if (reported !== undefined && again !== undefined)
    await mergeCase(tx, context, { caseId: again.id, intoId: reported.id })
  if (incident === undefined || problem === undefined) return
  await linkCases(tx, context, { caseId: incident.id, role: 'problem', otherId: problem.id })
  const called = company.employees.find(({ id }) => id === workspace.followerId)?.name ?? ''
  const body = `${mentionText('employee', workspace.followerId, called)} ${workspace.asked}`
  await writeNote(tx, context, { caseId: problem.id, body, attachmentIds: [] })
}

/**
 * Cases that somebody works on and in which nobody wrote in the last hour, the youngest first: those of the follower,
 * or all others. The same ones, whenever it is asked.
 */
function findQuiet(tx: Tx, { moments, followerId }: DemoCompany['workspace'], isOwn = false): Promise<Suited[]> {
  return tx.rows<Suited>(Prisma.sql`
    SELECT id, customer_id AS "customerId", subject, contact_id AS "contactId", responsible_id AS "responsibleId" FROM support_case
     WHERE category IN ('open', 'waiting_customer') AND contact_id IS NOT NULL AND greatest(created_at, last_staff_reply_at, last_contact_reply_at) < ${moments.quietSince}
       AND CASE WHEN ${isOwn}::bool THEN responsible_id = ${followerId}::uuid ELSE responsible_id <> ${followerId}::uuid END
     ORDER BY created_at DESC, id`)
}

type DraftOf = Parameters<typeof keepDraft>

async function draft(tx: Tx, context: DraftOf[1], slot: DraftOf[2], body: string): Promise<void> {
  const device = { id: context.newId(), kind: 'computer' as const }
  const content = { body, attachmentIds: [], pictureIds: [], time: NO_TIME, seenMessageId: null, device }
  await keepDraft(tx, context, slot, content, 0)
}
