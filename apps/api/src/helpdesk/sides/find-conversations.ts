import type { SideConversation } from '@timedesk/contracts/side-conversations'
import { Refusal } from '@timedesk/contracts/refusal'
import { plainText } from '@timedesk/domain/text/plain-text'
import { Prisma } from '@timedesk/prisma/client'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Reader } from '../../platform/db/database.ts'
import { requireCase } from '../case-keyed.ts'
import type { SideMailbox } from './side-mailbox.ts'

type Row = Omit<SideConversation, 'startedBy' | 'startedAt' | 'last' | 'replyAddress' | 'closedAt'> & {
  startedById: string
  startedByName: string
  startedAt: Date
  closedAt: Date | null
  token: string
  lastDirection: 'out' | 'in'
  lastAuthor: string
  lastBody: string
  lastAt: Date
}

/** The side conversations of a case and of those that were merged into it, the liveliest first. Refuses with `not_found`. */
export async function findConversations(
  reader: Reader,
  mailbox: SideMailbox,
  caseId: string,
): Promise<SideConversation[]> {
  const rows = await reader.rows<Row>(select(Prisma.sql`s.case_id = ANY(${familyOf(caseId)})`))
  if (rows.length === 0) await requireCase(reader, caseId)
  return rows.map((row) => present(row, mailbox))
}

/** One side conversation. Refuses with `not_found`. */
export async function findConversation(reader: Reader, mailbox: SideMailbox, id: string): Promise<SideConversation> {
  const [row] = await reader.rows<Row>(select(Prisma.sql`s.id = ${id}::uuid`))
  if (row === undefined) throw new Refusal('not_found')
  return present(row, mailbox)
}

function select(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s.case_id AS "caseId", s.subject, s.token, s.started_by_id AS "startedById", e.name AS "startedByName", s.started_at AS "startedAt",
      s.closed_at AS "closedAt", s.version, m.direction AS "lastDirection", m.author_name AS "lastAuthor", m.body AS "lastBody", m.at AS "lastAt",
      (SELECT count(*)::int FROM side_message x WHERE x.conversation_id = s.id) AS "messageCount",
      (SELECT json_agg(json_build_object('address', p.address, 'name', p.name) ORDER BY p.address)
         FROM side_participant p WHERE p.conversation_id = s.id) AS participants
      FROM side_conversation s JOIN employee e ON e.id = s.started_by_id
     CROSS JOIN LATERAL (SELECT * FROM side_message x WHERE x.conversation_id = s.id ORDER BY x.at DESC, x.id DESC LIMIT 1) m
     WHERE ${condition} ORDER BY s.last_message_at DESC, s.id DESC`
}

function present(row: Row, mailbox: SideMailbox): SideConversation {
  const { startedById, startedByName, token, lastDirection, lastAuthor, lastBody, lastAt, ...conversation } = row
  return {
    ...conversation,
    startedBy: { id: startedById, name: startedByName },
    startedAt: row.startedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    last: { direction: lastDirection, authorName: lastAuthor, excerpt: plainText(lastBody), at: lastAt.toISOString() },
    replyAddress: mailbox.replyAddress(token),
  }
}
