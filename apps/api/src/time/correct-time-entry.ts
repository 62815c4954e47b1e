import type { correctTimeEntry as contract } from '@timedesk/contracts/corrections'
import { toWire } from '@timedesk/domain/money/money'
import { decideCorrection, type CorrectionIntent } from '@timedesk/domain/time/decide-correction'
import { elapsedMinutes } from '@timedesk/domain/time/elapsed'
import type { z } from 'zod'
import { companyDay } from '../agreements/company-day.ts'
import { rateAfterCorrection, reverseEntry } from '../agreements/reverse-entry.ts'
import { subjectOfTime } from '../agreements/subject-of-time.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { holdPeriod } from './hold-period.ts'
import { lockOriginal, type Original } from './lock-original.ts'
import { registerTime, type NewTime } from './register-time.ts'

type Wanted = Omit<z.output<typeof contract.body>, 'reason'>

/**
 * Corrects time of a closed week or period (R9): a reversal takes it back with all that it drew and charged, and a
 * replacement, covered and rated as new, says what was meant; with no minutes there is none. Both are booked on the
 * first open day. Resolves with the replacement, else the reversal. Refuses as `decideCorrection` does, and with
 * `permission_denied` somebody else's time without `time:write_others`.
 */
export async function correctTimeEntry(
  tx: Tx,
  context: Context<StaffActor>,
  { entryId, reason, ...wanted }: { entryId: string; reason: string } & Wanted,
): Promise<string> {
  const original = await lockOriginal(tx, context.actor, entryId, context.now)
  const booking = decideCorrection(original, await readIntent(tx, context))
  const reversalId = await reverseEntry(tx, context, entryId, { ...booking, reason })
  const replacementId =
    wanted.minutes === 0
      ? null
      : await registerTime(tx, context, {
          ...replacementOf(original, wanted),
          correction: { kind: 'replacement', correctsId: entryId, reason },
          booking,
        })
  await rateAfterCorrection(tx, context, entryId)
  const toMinutes = wanted.minutes ?? original.minutes
  const { minutes: fromMinutes, employeeName } = original
  await appendEvents(tx, context, subjectOfTime(original), [
    { type: 'time.corrected', entryId, reversalId, replacementId, fromMinutes, toMinutes, employeeName, reason },
  ])
  return replacementId ?? reversalId
}

async function readIntent(tx: Tx, { actor, now }: Context<StaffActor>): Promise<CorrectionIntent> {
  const locks = await holdPeriod(tx)
  const { approvesTime } = await tx.company.findUniqueOrThrow({ where: { id: 1 }, select: { approvesTime: true } })
  return {
    locks,
    mayOverrideSoft: actor.permissions.has('period:override'),
    mayApprove: actor.permissions.has('time:approve'),
    approvesTime,
    today: await companyDay(tx, now),
  }
}

/** What is not said anew is as it was. The clock stays as long as the minutes fit into it: it decides surcharges (R4). */
function replacementOf(original: Original, wanted: Wanted): NewTime {
  const { startedAt, endedAt, rateOverride, currency } = original
  const minutes = wanted.minutes ?? original.minutes
  const isClocked = startedAt !== null && endedAt !== null && minutes <= elapsedMinutes(startedAt, endedAt)
  return {
    employeeId: original.employeeId,
    caseId: original.caseId ?? undefined,
    projectId: original.projectId ?? undefined,
    taskId: original.taskId ?? undefined,
    replyId: original.replyId ?? undefined,
    noteId: original.noteId ?? undefined,
    activityTypeId: wanted.activityTypeId ?? original.activityTypeId,
    priceClassId: wanted.priceClassId ?? original.priceClassId ?? undefined,
    isBillable: wanted.isBillable ?? original.billableChoice ?? undefined,
    customerText: wanted.customerText ?? original.customerText,
    internalText: wanted.internalText ?? original.internalText,
    workDate: original.workDate,
    minutes,
    ...(isClocked && { startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString() }),
    ...(rateOverride !== null && { ratePerHour: toWire({ minor: rateOverride, currency }) }),
  }
}
