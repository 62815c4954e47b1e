import type { PlannedRefusal } from '@timedesk/contracts/case-merges'
import type { SplitPreview } from '@timedesk/contracts/case-splits'
import { refusals, type RefusalCode } from '@timedesk/contracts/refusal'
import type { TimeEntry } from '@timedesk/contracts/time'
import { descriptionOf, whyNotSplit, whyNotSplitOff } from '@timedesk/domain/helpdesk/why-not-split'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../../platform/context.ts'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Reader } from '../../platform/db/database.ts'
import { timeEntrySelection } from '../../time/find-time-entries.ts'
import { presentTimeEntry, type TimeEntryRow } from '../../time/present-time-entry.ts'
import { shownTo } from '../../time/shown-to.ts'
import { requireCase } from '../case-keyed.ts'
import { presentExcerpt } from '../merges/excerpts.ts'
import { findMessages } from './find-messages.ts'

type Input = { caseId: string; messageIds: readonly string[] }

/**
 * What splitting messages off would do: each as it would stand in the new case, and the time of the case with what
 * keeps it from moving. Changes nothing. Refuses with `not_found`.
 */
export async function findSplitPreview(
  reader: Reader,
  actor: StaffActor,
  { caseId, messageIds }: Input,
): Promise<SplitPreview> {
  await requireCase(reader, caseId)
  const [messages, entries, isMerged] = await Promise.all([
    findMessages(reader, caseId, messageIds),
    actor.permissions.has('time:read') ? findEntries(reader, caseId) : [],
    isTombstone(reader, caseId),
  ])
  const why = whyNotSplit(messageIds, messages)
  const description = descriptionOf(messages)
  return {
    refusal: isMerged ? planned('case_merged') : whyText(why),
    messages: messages.map((message) => ({
      ...presentExcerpt(message),
      isDescription: message.id === description?.id,
      attachments: message.attachments,
      refusal: whyText(whyNotSplitOff(message)),
    })),
    timeEntries: entries.map((row) => presentEntry(row, actor, messageIds)),
  }
}

const planned = (code: RefusalCode, message: string = refusals[code].title): PlannedRefusal => ({ code, message })
const whyText = (why: string | null): PlannedRefusal | null => (why === null ? null : planned('split_refused', why))

async function isTombstone(reader: Reader, caseId: string): Promise<boolean> {
  const rows = await reader.rows(
    Prisma.sql`SELECT 1 FROM support_case WHERE id = ${caseId}::uuid AND merged_into_id IS NOT NULL`,
  )
  return rows.length > 0
}

function findEntries(reader: Reader, caseId: string): Promise<TimeEntryRow[]> {
  return reader.rows<TimeEntryRow>(
    Prisma.sql`${timeEntrySelection} WHERE t.case_id = ANY(${familyOf(caseId)}) ORDER BY t.work_date, t.created_at, t.id`,
  )
}

function presentEntry(
  row: TimeEntryRow,
  actor: StaffActor,
  messageIds: readonly string[],
): SplitPreview['timeEntries'][number] {
  const entry = presentTimeEntry(row, shownTo(actor))
  const { id, employee, activityType, workDate, minutes } = entry
  const messageId = row.replyId ?? row.noteId
  return {
    id,
    employee,
    activityType,
    workDate,
    minutes,
    isOfMessage: messageId !== null && messageIds.includes(messageId),
    refusal: entry.can.edit ? null : planned(whyNotMoved(entry, actor)),
  }
}

/** What moving the entry would be refused with. */
function whyNotMoved({ settled, correction, isCorrected, state, employee }: TimeEntry, actor: StaffActor): RefusalCode {
  const mayWrite = actor.permissions.has('time:write')
  if (!mayWrite || (employee.id !== actor.id && !actor.permissions.has('time:write_others'))) return 'permission_denied'
  if (settled !== null) return 'time_settled'
  if (correction !== null || isCorrected) return 'correction_refused'
  return state === 'open' ? 'period_locked' : 'week_closed'
}
