import type { NoticeLevel } from '@timedesk/contracts/notice-reasons'
import type { NoticeEntry, UnreadEntries, listNoticeEntries } from '@timedesk/contracts/notices'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, type Page, type Paging } from '../platform/http/paging.ts'
import { noticeColumns, presentToStaff, type NoticeRow } from './find-notices.ts'

type Row = NoticeRow & { unread: number; count: number; unreadLevel: NoticeLevel | null }

const COUNT_MAX = 100

/** A case as its highest unread level; high comes first in the alphabet too, but low and normal do not. */
const highest = Prisma.sql`(array['high', 'normal', 'low'])[min(array_position(array['high', 'normal', 'low'], few.level))]`

/** A page of one's notices, those of a case as one entry, the case of the latest first; and how many cases are unread. */
export async function findNoticeEntries(
  reader: Reader,
  paging: Paging,
  employeeId: string,
  query: z.output<typeof listNoticeEntries.query>,
): Promise<Page<NoticeEntry> & { unread: UnreadEntries }> {
  const binding = bindingOf('notice-entries', query)
  const after = paging.keyAfter(binding, query)
  const conditions = [
    Prisma.sql`n.employee_id = ${employeeId}::uuid`,
    Prisma.sql`NOT EXISTS (SELECT 1 FROM staff_notice m WHERE m.employee_id = n.employee_id AND m.case_id = n.case_id
      AND (m.created_at, m.id) > (n.created_at, n.id))`,
  ]
  const isUnread = Prisma.sql`EXISTS (SELECT 1 FROM staff_notice u WHERE u.employee_id = n.employee_id AND u.case_id = n.case_id AND u.read_at IS NULL)`
  if (query.unread !== undefined) conditions.push(query.unread ? isUnread : Prisma.sql`NOT ${isUnread}`)
  if (after !== null) conditions.push(Prisma.sql`(n.created_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const [rows, unread] = await Promise.all([
    reader.rows<Row>(Prisma.sql`
    SELECT ${noticeColumns(Prisma.sql`n.reason, n.level`)}, tally.count, unseen.unread, unseen."unreadLevel"
      FROM (SELECT n.* FROM staff_notice n WHERE ${Prisma.join(conditions, ' AND ')}
             ORDER BY n.created_at DESC, n.id DESC LIMIT ${query.limit + 1}) n
      JOIN event e ON e.id = n.event_id JOIN support_case c ON c.id = n.case_id CROSS JOIN company co
      CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM (SELECT 1 FROM staff_notice f
        WHERE f.employee_id = n.employee_id AND f.case_id = n.case_id LIMIT ${COUNT_MAX}) AS few) tally
      CROSS JOIN LATERAL (SELECT count(*)::int AS unread, ${highest} AS "unreadLevel" FROM (SELECT f.level FROM staff_notice f
        WHERE f.employee_id = n.employee_id AND f.case_id = n.case_id AND f.read_at IS NULL LIMIT ${COUNT_MAX}) AS few) unseen
     ORDER BY n.created_at DESC, n.id DESC`),
    countUnreadEntries(reader, employeeId),
  ])
  return {
    ...paging.cut(binding, query, rows, (row) => [row.at.toISOString(), row.id], present),
    unread,
  }
}

function present(row: Row): NoticeEntry {
  const latest = presentToStaff(row)
  const { unread, count, unreadLevel } = row
  return { case: latest.case, latest, level: unreadLevel ?? latest.level, isRead: unread === 0, unread, count }
}

/** How many cases have something unread, each counted at its highest level; the latest ones of them count first. */
async function countUnreadEntries(reader: Reader, employeeId: string): Promise<UnreadEntries> {
  const rows = await reader.rows<{ level: NoticeLevel; count: number }>(Prisma.sql`
    SELECT level, count(*)::int AS count FROM (
      SELECT ${highest} AS level FROM staff_notice few WHERE few.employee_id = ${employeeId}::uuid AND few.read_at IS NULL
       GROUP BY few.case_id) AS cases GROUP BY level`)
  const of = (level: NoticeLevel) => Math.min(COUNT_MAX, rows.find((row) => row.level === level)?.count ?? 0)
  return { high: of('high'), normal: of('normal'), low: of('low') }
}
