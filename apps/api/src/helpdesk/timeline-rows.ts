import type { Attachment } from '@timedesk/contracts/attachments'
import type { Author, EventItem } from '@timedesk/contracts/dialogue'
import type { EventPayload } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { familyOf } from '../platform/db/case-family.ts'
import type { CursorKey } from '../platform/http/paging.ts'

/** One line of a case's log, whatever it is of. */
export type TimelineRow = {
  at: Date
  /** What came first of what happened at the same moment: the creation, its words, then the rest. */
  rank: number
  /** The order of events of the same moment; a text, since it may outgrow a number. */
  position: string
  id: string
  kind: 'reply' | 'note' | 'time' | 'event'
  authorKind: z.output<typeof Author>['kind']
  authorId: string | null
  authorName: string
  body: string
  isDescription: boolean
  attachments: Attachment[] | null
  payload: EventPayload | null
  /** The case that it is of: the one that is looked at, or one that was merged into it. */
  caseId: string
}

/** The files of a message, for a condition on attachment `a`; null when it has none. */
export const attachmentsOf = (
  message: Prisma.Sql,
) => Prisma.sql`(SELECT json_agg(json_build_object('id', a.id, 'name', a.name,
    'contentType', a.content_type, 'sizeBytes', a.size_bytes, 'uploadedAt', a.uploaded_at) ORDER BY a.uploaded_at, a.id)
  FROM attachment a WHERE ${message})`

/** The public messages of a case and of those that were merged into it. */
export function replySource(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT r.posted_at AS at, 1 AS rank, 0::bigint AS position, r.id, 'reply' AS kind, r.author_kind AS "authorKind",
      r.author_id AS "authorId", r.author_name AS "authorName", r.body, r.kind = 'description' AND r.case_id = ${caseId}::uuid AS "isDescription",
      ${attachmentsOf(Prisma.sql`a.reply_id = r.id`)} AS attachments, NULL::jsonb AS payload, r.case_id AS "caseId"
    FROM reply r WHERE r.case_id = ANY(${familyOf(caseId)})`
}

/** The internal notes of a case and of those that were merged into it. */
export function noteSource(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT n.written_at AS at, 2 AS rank, 0::bigint AS position, n.id, 'note' AS kind, 'employee' AS "authorKind",
      n.author_id AS "authorId", n.author_name AS "authorName", n.body, false AS "isDescription",
      ${attachmentsOf(Prisma.sql`a.note_id = n.id`)} AS attachments, NULL::jsonb AS payload, n.case_id AS "caseId"
    FROM note n WHERE n.case_id = ANY(${familyOf(caseId)})`
}

/** The time of a case and of those that were merged into it, as places in the log: what it holds is read apart. */
export function timeSource(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT w.created_at AS at, 3 AS rank, 0::bigint AS position, w.id, 'time' AS kind, '' AS "authorKind",
      NULL::uuid AS "authorId", '' AS "authorName", '' AS body, false AS "isDescription", NULL::json AS attachments, NULL::jsonb AS payload, w.case_id AS "caseId"
    FROM time_entry w WHERE w.case_id = ANY(${familyOf(caseId)})`
}

/** The events of a case, and of those that were merged into it, that meet a condition on `e`. */
export function eventSource(caseId: string, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT e.at, CASE e.type WHEN 'case.created' THEN 0 ELSE 4 END AS rank, e.sequence AS position, e.id, 'event' AS kind,
      e.actor_kind AS "authorKind", e.actor_id AS "authorId", e.actor_name AS "authorName", '' AS body, false AS "isDescription",
      NULL::json AS attachments, e.payload || jsonb_build_object('type', e.type) AS payload, e.case_id AS "caseId"
    FROM event e WHERE e.case_id = ANY(${familyOf(caseId)}) AND ${condition}`
}

/** The order of a log, over rows `i` of its sources. */
export function orderedBy(order: 'asc' | 'desc'): Prisma.Sql {
  return order === 'asc'
    ? Prisma.sql`i.at, i.rank, i.position, i.id`
    : Prisma.sql`i.at DESC, i.rank DESC, i.position DESC, i.id DESC`
}

/** The condition that row `i` comes behind a cursor. */
export function isAfter([at, rank, position, id]: CursorKey, order: 'asc' | 'desc'): Prisma.Sql {
  const key = Prisma.sql`(${at}::timestamptz, ${rank}::int, ${position}::bigint, ${id}::uuid)`
  return order === 'asc'
    ? Prisma.sql`(i.at, i.rank, i.position, i.id) > ${key}`
    : Prisma.sql`(i.at, i.rank, i.position, i.id) < ${key}`
}

/** The condition that row `i` is the item with an id, or comes behind it; nothing is when the sources lack the item. */
export function isFrom(id: string, sources: Prisma.Sql, order: 'asc' | 'desc'): Prisma.Sql {
  const anchor = Prisma.sql`(SELECT k.at, k.rank, k.position, k.id FROM (${sources}) k WHERE k.id = ${id}::uuid LIMIT 1)`
  return order === 'asc'
    ? Prisma.sql`(i.at, i.rank, i.position, i.id) >= ${anchor}`
    : Prisma.sql`(i.at, i.rank, i.position, i.id) <= ${anchor}`
}

export function keyOf({ at, rank, position, id }: TimelineRow): CursorKey {
  return [at.toISOString(), rank, position, id]
}

/** What replies and notes have in common. */
export function presentMessage(row: TimelineRow) {
  return {
    id: row.id,
    at: row.at.toISOString(),
    author: { kind: row.authorKind, id: row.authorId, name: row.authorName },
    body: row.body,
    attachments: (row.attachments ?? []).map((attachment) => ({
      ...attachment,
      uploadedAt: new Date(attachment.uploadedAt).toISOString(),
    })),
  }
}

export function presentEvent(row: TimelineRow): z.output<typeof EventItem> {
  if (row.payload === null) throw new Error(`The event ${row.id} has no payload`)
  const author = { kind: row.authorKind, id: row.authorId, name: row.authorName }
  return { kind: 'event', id: row.id, at: row.at.toISOString(), author, event: row.payload }
}
