import type { Holder } from '@timedesk/domain/bulk/case-things'
import type { ChangedThings } from '@timedesk/domain/bulk/case-things'
import { planUndo, type Restoration } from '@timedesk/domain/bulk/plan-undo'
import { isEnded } from '@timedesk/domain/helpdesk/status'
import { Refusal } from '@timedesk/contracts/refusal'
import { takeBackItems } from '../helpdesk/checklists/take-back-items.ts'
import { dispatchCase } from '../helpdesk/dispatch-case.ts'
import { lockCase } from '../helpdesk/lock-case.ts'
import { lockWorkflows } from '../helpdesk/moves/lock-workflows.ts'
import { putBackStatus } from '../helpdesk/moves/put-back-status.ts'
import { updateCase } from '../helpdesk/update-case.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { orRefusal } from '../platform/db/savepoint.ts'
import { putBackAside } from './put-back-aside.ts'
import { readThings } from './read-things.ts'
import { storedRefusal, type StoredRefusal } from './stored-bulk.ts'

/** A thing that stays as it is, and why. */
export type KeptThing = StoredRefusal & { thing: string }

const CHANGED_SINCE = 'It was changed in the meantime.'

/**
 * Puts back on one case what an action changed, thing by thing: one that was changed since, or that cannot be put back
 * any more, stays and keeps no other. Resolves with what stays. Refuses with `not_found`.
 */
export async function undoCase(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, things }: { caseId: string; things: ChangedThings },
): Promise<KeptThing[]> {
  await lockWorkflows(tx, 'shared')
  const held = await lockCase(tx, caseId)
  const now = await readThings(tx, caseId, context.actor.id)
  if (now === null) throw new Refusal('not_found')
  const { restore, kept } = planUndo(things, now)
  const stays: KeptThing[] = kept.map((one) => ({ ...one, detail: CHANGED_SINCE }))
  for (const [thing, putBack] of stepsOf(tx, context, { caseId, isOver: isEnded(held.status.category) }, restore)) {
    const refusal = await orRefusal(tx, context, putBack)
    if (refusal instanceof Refusal) stays.push({ thing, ...storedRefusal(refusal) })
  }
  return stays
}

type Step = [thing: string, putBack: () => Promise<void>]
type Fields = Parameters<typeof updateCase>[2]

/** A case that is over has to stand where it stood before anything else can be done to it. */
function stepsOf(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, isOver }: { caseId: string; isOver: boolean },
  restore: Restoration,
): Step[] {
  const { status, assignment, stepIds } = restore
  const move: Step[] =
    status === undefined ? [] : [['status', () => putBackStatus(tx, context, caseId, status, 'undo')]]
  const rest: Step[] = fieldsOf(caseId, restore).map(([thing, fields]) => [
    thing,
    () => updateCase(tx, context, fields, null),
  ])
  if (assignment !== undefined) rest.push(['assignment', () => giveBack(tx, context, caseId, assignment)])
  if (stepIds !== undefined) rest.push(['checklist', () => takeBackItems(tx, context, { caseId, itemIds: stepIds })])
  rest.push(...putBackAside(tx, context, caseId, restore))
  return isOver ? [...move, ...rest] : [...rest, ...move]
}

/** The type comes first: it decides which fields there are. */
function fieldsOf(caseId: string, restore: Restoration): [thing: string, fields: Fields][] {
  const { type, priority, fields, tags, estimate, resolution } = restore
  const steps: [string, Fields | null][] = [
    ['type', type === undefined ? null : { caseId, typeId: type }],
    ['priority', priority === undefined ? null : { caseId, priorityId: priority }],
    ['fields', fields === undefined ? null : { caseId, fields }],
    ['tags', tags === undefined ? null : { caseId, tags }],
    ['estimate', estimate === undefined ? null : { caseId, estimateMinutes: estimate }],
    ['resolution', resolution === undefined ? null : { caseId, resolution }],
  ]
  return steps.flatMap(([thing, given]) => (given === null ? [] : [[thing, given]]))
}

async function giveBack(tx: Tx, context: Context<StaffActor>, caseId: string, to: Holder): Promise<void> {
  await dispatchCase(tx, context, { caseId, ...to })
}
