import type { MessageDraft, listMyDrafts } from '@timedesk/contracts/drafts'
import type { ScheduledMessage } from '@timedesk/contracts/sending'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../../platform/context.ts'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { requireCase } from '../case-keyed.ts'
import { draftSelection, inSlot, presentDraft, type DraftRow, type Slot } from './draft-rows.ts'

/** More colleagues than can have left something on one case. */
const LEFT_BEHIND_MAX = 20

/** More colleagues than write on one case at once. */
const SCHEDULED_MAX = 20

type CaseDrafts = { data: MessageDraft[]; scheduled: ScheduledMessage[] }

/**
 * One's own drafts of a case and of those merged into it, the shared ones, and what inactive colleagues left behind; of
 * what colleagues have scheduled, who and when. Refuses with `not_found`.
 */
export async function findCaseDrafts(reader: Reader, { id }: StaffActor, caseId: string): Promise<CaseDrafts> {
  const rows = await reader.rows<DraftRow>(Prisma.sql`${draftSelection}
    WHERE d.case_id = ANY(${familyOf(caseId)}) AND (d.is_shared OR d.employee_id = ${id}::uuid OR NOT o.is_active OR d.send_at IS NOT NULL)
    ORDER BY (d.case_id = ${caseId}::uuid) DESC, d.is_shared DESC, d.employee_id = ${id}::uuid DESC, d.updated_at DESC LIMIT ${LEFT_BEHIND_MAX + SCHEDULED_MAX + 4}`)
  if (rows.length === 0) await requireCase(reader, caseId)
  const isRead = ({ isShared, ownerId, ownerIsActive }: DraftRow) => isShared || ownerId === id || !ownerIsActive
  const data = rows.filter(isRead).map((row) => presentDraft(row, id))
  return { data, scheduled: rows.filter((row) => !isRead(row)).flatMap(scheduledOf) }
}

function scheduledOf({ id, kind, sendAt, scheduledById, scheduledByName }: DraftRow): ScheduledMessage[] {
  if (sendAt === null || scheduledById === null || scheduledByName === null) return []
  return [{ draftId: id, kind, at: sendAt.toISOString(), by: { id: scheduledById, name: scheduledByName } }]
}

/** The draft of a slot; null when there is none. */
export async function findDraft(reader: Reader, { id }: { id: string }, slot: Slot): Promise<MessageDraft | null> {
  const [row] = await reader.rows<DraftRow>(Prisma.sql`${draftSelection} WHERE ${inSlot(slot, id)}`)
  return row === undefined ? null : presentDraft(row, id)
}

/** The draft of a slot. Refuses with `not_found`. */
export async function showDraft(reader: Reader, actor: { id: string }, slot: Slot) {
  const draft = await findDraft(reader, actor, slot)
  if (draft === null) throw new Refusal('not_found')
  return { body: draft, version: draft.version }
}

/** A page of what somebody has begun to write, latest first. */
export async function findMyDrafts(
  reader: Reader,
  paging: Paging,
  { id }: StaffActor,
  query: z.output<typeof listMyDrafts.query>,
): Promise<Page<MessageDraft>> {
  const binding = [bindingOf('drafts', query), id]
  const after = paging.keyAfter(binding, query)
  const mine = Prisma.sql`(d.employee_id = ${id}::uuid OR (d.is_shared AND d.updated_by_id = ${id}::uuid))`
  const isLater =
    after === null ? Prisma.empty : Prisma.sql`AND (d.updated_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const rows = await reader.rows<DraftRow>(
    Prisma.sql`${draftSelection} WHERE ${mine} ${isLater} ORDER BY d.updated_at DESC, d.id DESC LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.updatedAt.toISOString(), row.id],
    (row) => presentDraft(row, id),
  )
  return withTotal(page, query, async () => {
    const [counted] = await reader.rows<{ total: number }>(
      Prisma.sql`SELECT count(*)::int AS total FROM message_draft d WHERE ${mine}`,
    )
    return counted?.total ?? 0
  })
}
