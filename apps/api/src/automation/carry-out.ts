import type { CaseChange } from '@timedesk/contracts/case-changes'
import type { RuleAction } from '@timedesk/contracts/automation-rules'
import type { LocalTexts } from '@timedesk/contracts/texts'
import { Refusal } from '@timedesk/contracts/refusal'
import { fillIn } from '@timedesk/domain/texts/template'
import { textFor, textValues } from '@timedesk/domain/texts/values'
import { Prisma } from '@timedesk/prisma/client'
import { changeCaseStatus } from '../helpdesk/change-case-status.ts'
import { lockCase, type LockedCase } from '../helpdesk/lock-case.ts'
import { postReply } from '../helpdesk/post-reply.ts'
import { writeNote } from '../helpdesk/write-note.ts'
import type { Context, SystemActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { findLeads } from '../service-levels/escalations.ts'
import { findTextGround } from '../texts/find-text-ground.ts'
import { applyChanges, movesFirst, statusOf, type Step } from './apply-changes.ts'

/** Whom a rule tells of a case. */
export type Told = { employeeIds: string[]; departmentIds: string[] }

type Acting = { tx: Tx; context: Context<SystemActor>; caseId: string; publicUrl: string; step: Step }

/**
 * Does all that a rule is for on a locked case, by the commands that people use: its fields, who has it, what is said,
 * and the status last, unless the case has ended and has to be reopened first. Resolves with whom it tells. Refuses
 * what those commands refuse; `step` knows at which action.
 */
export async function carryOut(acting: Acting, held: LockedCase, actions: readonly RuleAction[]): Promise<Told> {
  const { tx, context, caseId, step } = acting
  const isMovedFirst = movesFirst(held)
  if (isMovedFirst) await move(acting, actions)
  await applyChanges(tx, context, caseId, actions.filter(isChange), step)
  for (const action of actions) await say(acting, action)
  if (!isMovedFirst) await move(acting, actions)
  return findTold(acting, actions)
}

function isChange(action: RuleAction): action is CaseChange {
  return action.kind !== 'note' && action.kind !== 'reply' && action.kind !== 'notify'
}

async function move({ tx, context, caseId, step }: Acting, actions: readonly RuleAction[]): Promise<void> {
  const status = statusOf(actions)
  if (status === undefined) return
  step(status.kind)
  const { statusId, reason, resolution } = status
  await changeCaseStatus(tx, context, { caseId, statusId, reason, resolution })
}

async function say({ tx, context, caseId, publicUrl, step }: Acting, action: RuleAction): Promise<void> {
  if (action.kind !== 'note' && action.kind !== 'reply') return
  step(action.kind)
  const isNote = action.kind === 'note'
  const speaking = {
    caseId,
    agentName: null,
    readers: isNote ? 'staff' : 'contact',
    publicUrl,
    now: context.now,
  } as const
  const { ground, language: wanted } = await findTextGround(tx, speaking)
  const texts = isNote ? { en: action.body, da: action.body } : await findTexts(tx, action.cannedTextId)
  const { language, text } = textFor(texts, wanted)
  const body = fillIn(text, textValues(ground, isNote ? wanted : language))
  await (isNote ? writeNote : postReply)(tx, context, { caseId, body, attachmentIds: [] })
}

/** The text of a canned text that everybody may use. Refuses with `reference_refused` one that is not there any more. */
async function findTexts(tx: Tx, cannedTextId: string): Promise<LocalTexts> {
  const [row] = await tx.rows<{ texts: LocalTexts }>(Prisma.sql`SELECT texts FROM canned_text
    WHERE id = ${cannedTextId}::uuid AND is_active AND scope = 'everyone'`)
  if (row === undefined)
    throw new Refusal('reference_refused', { detail: 'The canned text is not there any more, or not for everyone.' })
  return row.texts
}

/** Of the people named, those who are there: who has the case by now, and who leads its department. */
async function findTold({ tx, caseId }: Acting, actions: readonly RuleAction[]): Promise<Told> {
  const notices = actions.flatMap((action) => (action.kind === 'notify' ? [action] : []))
  if (notices.length === 0) return { employeeIds: [], departmentIds: [] }
  const { responsibleId, departmentId } = await lockCase(tx, caseId)
  const responsible = notices.some((notice) => notice.responsible) && responsibleId !== null ? [responsibleId] : []
  const leads = notices.some((notice) => notice.leads) ? await findLeads(tx, departmentId) : []
  const named = notices.flatMap(({ employeeIds }) => employeeIds)
  return {
    employeeIds: [...new Set([...responsible, ...leads, ...named])],
    departmentIds: [...new Set(notices.flatMap(({ departmentIds }) => departmentIds))],
  }
}
