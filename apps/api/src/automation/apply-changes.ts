import type { CaseChange } from '@timedesk/contracts/case-changes'
import { TAGS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { tagsAfter } from '@timedesk/domain/automation/would-change'
import type { DispatchWhy } from '@timedesk/domain/helpdesk/decide-dispatch'
import { isEnded } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import { applyChecklist } from '../helpdesk/checklists/apply-checklist.ts'
import { dispatchCase } from '../helpdesk/dispatch-case.ts'
import type { LockedCase } from '../helpdesk/lock-case.ts'
import { updateCase } from '../helpdesk/update-case.ts'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'

type Wanted = Omit<Parameters<typeof updateCase>[2], 'caseId'>
export type StatusChange = Extract<CaseChange, { kind: 'status' }>

/** Takes each step of a macro or a rule, and says at which one it was when it is refused. */
export type Step = (kind: string) => void

/** The status among changes; it comes last, with what is said, unless the case has ended and nothing can be done before. */
export function statusOf(changes: readonly { kind: string }[]): StatusChange | undefined {
  return changes.find((change): change is StatusChange => change.kind === 'status')
}

/** Whether a case has to be moved before anything else can be done to it. */
export function movesFirst({ status }: LockedCase): boolean {
  return isEnded(status.category)
}

/**
 * Changes a locked case by the commands that people use, which refuse what they refuse by hand: its fields in one go,
 * then its checklist, then who has it. The status is for the caller, since it goes with what is said.
 */
export async function applyChanges(
  tx: Tx,
  context: Context<CaseWorker>,
  caseId: string,
  changes: readonly CaseChange[],
  step: Step,
): Promise<void> {
  const { wanted, first } = await planUpdate(tx, caseId, changes)
  if (first !== null) {
    step(first)
    await updateCase(tx, context, { caseId, ...wanted }, null)
  }
  for (const change of changes) {
    if (change.kind === 'checklist') {
      step(change.kind)
      await applyChecklist(tx, context, { caseId, templateId: change.templateId })
    }
    if (change.kind === 'assignment') {
      step(change.kind)
      const { departmentId, responsibleId } = change
      await dispatchCase(tx, context, { caseId, departmentId, responsibleId }, whyOf(context))
    }
  }
}

/** By hand, unless a rule does it. */
function whyOf({ actor }: Context<CaseWorker>): DispatchWhy {
  return actor.kind === 'system' ? { rule: 'by_automation', ruleName: actor.name } : { rule: 'by_hand' }
}

/** What the fields of the case are to be, in the words of `updateCase`, and the first change that says so. */
async function planUpdate(
  tx: Tx,
  caseId: string,
  changes: readonly CaseChange[],
): Promise<{ wanted: Wanted; first: string | null }> {
  const wanted: Wanted = {}
  let first: string | null = null
  for (const change of changes) {
    if (change.kind === 'status' || change.kind === 'checklist' || change.kind === 'assignment') continue
    first ??= change.kind
    if (change.kind === 'priority') wanted.priorityId = change.priorityId
    if (change.kind === 'type') wanted.typeId = change.typeId
    if (change.kind === 'estimate') wanted.estimateMinutes = change.minutes
    if (change.kind === 'field') wanted.fields = { ...wanted.fields, [change.fieldId]: change.value }
    if (change.kind === 'tags') wanted.tags = withinLimit(tagsAfter(await readTags(tx, caseId), change))
  }
  return { wanted, first }
}

async function readTags(tx: Tx, caseId: string): Promise<string[]> {
  const [row] = await tx.rows<{ tags: string[] }>(Prisma.sql`SELECT tags FROM support_case WHERE id = ${caseId}::uuid`)
  return row?.tags ?? []
}

function withinLimit(tags: string[]): string[] {
  if (tags.length > TAGS_MAX)
    throw new Refusal('rule_refused', { detail: `A case has ${String(TAGS_MAX)} tags at most.` })
  return tags
}
