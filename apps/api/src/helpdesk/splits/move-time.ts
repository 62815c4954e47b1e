import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Tx } from '../../platform/db/database.ts'
import { demandPermission } from '../../time/demand-permission.ts'
import { updateTimeEntry } from '../../time/update-time-entry.ts'
import { refusedReference } from '../lock-case.ts'
import type { Copy } from './copy-messages.ts'

type Moving = { caseId: string; toId: string; timeEntryIds: readonly string[]; copies: readonly Copy[] }
type Row = { id: string; messageId: string | null }

/**
 * Moves time of a case, or of what was merged into it, to another one, as if each entry was changed by hand; what was
 * registered with a message that is copied belongs to its copy. Resolves with how many entries there were. Refuses with
 * `reference_refused` an entry that is not of the case, and what changing time refuses.
 */
export async function moveTime(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, toId, timeEntryIds, copies }: Moving,
): Promise<number> {
  const ids = [...new Set(timeEntryIds)].sort()
  if (ids.length === 0) return 0
  demandPermission(context.actor, 'time:write')
  const rows = await tx.rows<Row>(Prisma.sql`SELECT id, coalesce(reply_id, note_id) AS "messageId" FROM time_entry
    WHERE id = ANY(${ids}::uuid[]) AND case_id = ANY(${familyOf(caseId)}) ORDER BY id`)
  if (rows.length < ids.length) throw refusedReference('/body/timeEntryIds', 'A time entry is not of this case.')
  for (const { id, messageId } of rows) {
    await updateTimeEntry(tx, context, { entryId: id, caseId: toId }, null)
    const copy = copies.find(({ message }) => message.id === messageId)
    if (copy !== undefined) await belongTo(tx, id, copy)
  }
  return rows.length
}

async function belongTo(tx: Tx, entryId: string, { message, copyId }: Copy): Promise<void> {
  const column = message.kind === 'reply' ? Prisma.sql`reply_id` : Prisma.sql`note_id`
  await tx.rows(Prisma.sql`UPDATE time_entry SET ${column} = ${copyId}::uuid WHERE id = ${entryId}::uuid`)
}
