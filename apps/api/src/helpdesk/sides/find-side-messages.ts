import type { Attachment } from '@timedesk/contracts/attachments'
import type { SideMessage, listSideMessages as contract } from '@timedesk/contracts/side-conversations'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../../platform/db/database.ts'
import { presentAttachment } from '../present-attachment.ts'
import { attachmentsOf } from '../timeline-rows.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'

type Row = Pick<SideMessage, 'id' | 'direction' | 'isFromStranger' | 'isAutomatic' | 'body' | 'quoted'> & {
  authorId: string | null
  authorName: string
  authorAddress: string
  at: Date
  mailState: NonNullable<SideMessage['delivery']>['state'] | null
  lastError: string | null
  attachments: Attachment[] | null
}

/** A page of what was said in a side conversation, newest first. Refuses with `not_found`. */
export async function findSideMessages(
  reader: Reader,
  paging: Paging,
  { conversationId, ...query }: { conversationId: string } & z.output<typeof contract.query>,
): Promise<Page<SideMessage>> {
  const binding = [bindingOf('side-messages', query), conversationId]
  const key = paging.keyAfter(binding, query)
  const isAfter = key === null ? Prisma.sql`true` : Prisma.sql`(m.at, m.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`
  const rows = await reader.rows<Row>(Prisma.sql`
    SELECT m.id, m.direction, m.author_id AS "authorId", m.author_name AS "authorName", m.author_address AS "authorAddress", m.is_automatic AS "isAutomatic",
      m.direction = 'in' AND NOT EXISTS (SELECT 1 FROM side_participant p WHERE p.conversation_id = m.conversation_id AND p.address = m.author_address)
        AS "isFromStranger", m.body, m.quoted, m.at, mail.state AS "mailState", mail.last_error AS "lastError",
      ${attachmentsOf(Prisma.sql`a.side_message_id = m.id`)} AS attachments
      FROM side_message m LEFT JOIN mail ON m.direction = 'out' AND mail.message_id = m.message_id
     WHERE m.conversation_id = ${conversationId}::uuid AND ${isAfter} ORDER BY m.at DESC, m.id DESC LIMIT ${query.limit + 1}`)
  if (rows.length === 0) await requireConversation(reader, conversationId)
  const page = paging.cut(binding, query, rows, ({ at, id }) => [at.toISOString(), id], present)
  return withTotal(page, query, () => countMessages(reader, conversationId))
}

function present({
  authorId,
  authorName,
  authorAddress,
  mailState,
  lastError,
  attachments,
  at,
  ...row
}: Row): SideMessage {
  return {
    ...row,
    author: { id: authorId, name: authorName, address: authorAddress },
    at: at.toISOString(),
    delivery: mailState === null ? null : { state: mailState, lastError },
    attachments: (attachments ?? []).map((file) =>
      presentAttachment({ ...file, uploadedAt: new Date(file.uploadedAt) }),
    ),
  }
}

async function countMessages(reader: Reader, conversationId: string): Promise<number> {
  const [counted] = await reader.rows<{ total: number }>(
    Prisma.sql`SELECT count(*)::int AS total FROM side_message WHERE conversation_id = ${conversationId}::uuid`,
  )
  return counted?.total ?? 0
}

async function requireConversation(reader: Reader, id: string): Promise<void> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM side_conversation WHERE id = ${id}::uuid`)
  if (found.length === 0) throw new Refusal('not_found')
}
