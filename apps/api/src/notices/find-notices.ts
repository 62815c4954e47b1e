import { EventPayload, type ActorKind } from '@timedesk/contracts/events'
import type { NoticeLevel, NoticeReason } from '@timedesk/contracts/notice-reasons'
import type { StaffNotice, listNotices } from '@timedesk/contracts/notices'
import type { Language } from '@timedesk/contracts/primitives'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import {
  findStatusWordings,
  inCustomerWords,
  withoutOurReason,
  type StatusWordings,
} from '../helpdesk/status-wording.ts'
import { nameForContacts } from '../helpdesk/name-for-contacts.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, type Page, type Paging } from '../platform/http/paging.ts'

/** A notice as it is read, with its event and its case. */
export type NoticeRow = {
  id: string
  at: Date
  isRead: boolean
  actorKind: ActorKind
  actorName: string
  companyName: string
  type: string
  facts: object
  caseId: string
  number: number
  subject: string
  reason: NoticeReason | null
  level: NoticeLevel
}

/** Whose notices: the table and the person. */
export type Recipient = { kind: 'staff'; id: string } | { kind: 'contact'; id: string; language: Language }

const UNREAD_MAX = 100

function tableOf({ kind, id }: Recipient): { table: Prisma.Sql; mine: Prisma.Sql; why: Prisma.Sql } {
  return kind === 'staff'
    ? {
        table: Prisma.sql`staff_notice`,
        mine: Prisma.sql`n.employee_id = ${id}::uuid`,
        why: Prisma.sql`n.reason, n.level`,
      }
    : {
        table: Prisma.sql`contact_notice`,
        mine: Prisma.sql`n.contact_id = ${id}::uuid`,
        why: Prisma.sql`NULL AS reason, 'normal' AS level`,
      }
}

/** The columns of a `NoticeRow` out of notice `n`, its event `e`, its case `c` and the company `co`. */
export const noticeColumns = (why: Prisma.Sql) =>
  Prisma.sql`n.id, n.created_at AS at, n.read_at IS NOT NULL AS "isRead", e.actor_kind AS "actorKind", e.actor_name AS "actorName", co.name AS "companyName", e.type, e.payload AS facts,
           c.id AS "caseId", c.number, c.subject, ${why}`

/** A page of one's notices, newest first, and how many are unread, up to a hundred. */
export async function findNotices(
  reader: Reader,
  paging: Paging,
  recipient: Recipient,
  query: z.output<typeof listNotices.query>,
): Promise<Page<StaffNotice> & { unread: number }> {
  const { table, mine, why } = tableOf(recipient)
  const binding = bindingOf('notices', query)
  const after = paging.keyAfter(binding, query)
  const conditions = [mine]
  if (query.unread !== undefined)
    conditions.push(query.unread ? Prisma.sql`n.read_at IS NULL` : Prisma.sql`n.read_at IS NOT NULL`)
  if (after !== null) conditions.push(Prisma.sql`(n.created_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const rows = await reader.rows<NoticeRow>(Prisma.sql`
    SELECT ${noticeColumns(why)}
      FROM ${table} n JOIN event e ON e.id = n.event_id JOIN support_case c ON c.id = n.case_id CROSS JOIN company co
     WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY n.created_at DESC, n.id DESC LIMIT ${query.limit + 1}`)
  const wordings: StatusWordings = recipient.kind === 'contact' ? await findStatusWordings(reader) : new Map()
  const [count] = await reader.rows<{ unread: number }>(Prisma.sql`
    SELECT count(*)::int AS unread FROM (SELECT 1 FROM ${table} n WHERE ${mine} AND n.read_at IS NULL LIMIT ${UNREAD_MAX}) AS few`)
  return {
    ...paging.cut(
      binding,
      query,
      rows,
      (row) => [row.at.toISOString(), row.id],
      (row) => present(row, recipient, wordings),
    ),
    unread: count?.unread ?? 0,
  }
}

/** A contact reads statuses in their words for customers, and what a rule did as done by the company. */
function present(row: NoticeRow, recipient: Recipient, wordings: StatusWordings): StaffNotice {
  if (recipient.kind === 'staff') return presentToStaff(row)
  const { actorKind, actorName, companyName, type, facts } = row
  const event = EventPayload.parse({ type, ...facts })
  return {
    ...presentToStaff(row),
    actorName: nameForContacts(actorKind, actorName, companyName),
    event: withoutOurReason(inCustomerWords(event, wordings, recipient.language), actorKind),
  }
}

/** A notice as one of the staff reads it. */
export function presentToStaff(row: NoticeRow): StaffNotice {
  const { id, at, isRead, actorName, type, facts, caseId, number, subject, reason, level } = row
  const event = EventPayload.parse({ type, ...facts })
  return { id, at: at.toISOString(), isRead, actorName, event, case: { id: caseId, number, subject }, reason, level }
}
