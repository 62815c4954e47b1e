import type { sendSideMessage as contract } from '@timedesk/contracts/side-conversations'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { statusNamed } from '../lock-case.ts'
import { lockCaseToMove, type MovableCase } from '../moves/lock-case-to-move.ts'
import { moveCase } from '../moves/move-case.ts'
import { prepareMove } from '../moves/prepare-move.ts'

type Move = Omit<z.output<typeof contract.body>, 'body' | 'attachmentIds' | 'forwardedIds'>

/** Locks a case and moves it where the message takes it, if anywhere. Refuses with `case_merged` and what a move refuses. */
export async function moveAlong(
  tx: Tx,
  context: Context<StaffActor>,
  caseId: string,
  { statusId, ...terms }: Move,
): Promise<MovableCase> {
  await prepareMove(tx, context, caseId, terms)
  const before = await lockCaseToMove(tx, context, caseId)
  if (statusId === undefined) return before
  const to = statusNamed(before.statuses, statusId)
  await moveCase(tx, context, before, { to, reason: terms.reason, override: terms.override?.reason })
  return before
}
