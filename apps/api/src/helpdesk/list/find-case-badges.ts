import type { CaseBadge } from '@timedesk/contracts/case-badges'
import { Prisma } from '@timedesk/prisma/client'
import { findCoverBadges } from '../../agreements/find-cover-badges.ts'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'

type Row = { id: string; isFollowed: boolean; snoozedUntil: Date | null; hasShared: boolean; hasOwn: boolean }

/** What lists show of cases beside the cases themselves, in the order in which they were named. */
export async function findCaseBadges(
  reader: Reader,
  actor: StaffActor,
  caseIds: readonly string[],
  now: Date,
): Promise<CaseBadge[]> {
  const readsCover = actor.permissions.has('agreement:read')
  const [rows, cover] = await Promise.all([
    reader.rows<Row>(badgesQuery(actor.id, caseIds, now)),
    readsCover ? findCoverBadges(reader, caseIds, now) : null,
  ])
  return rows.map(({ id, isFollowed, snoozedUntil, hasOwn, hasShared }) => ({
    caseId: id,
    cover: cover?.get(id) ?? null,
    isFollowed,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    draft: hasOwn ? 'own' : hasShared ? 'shared' : null,
  }))
}

function badgesQuery(employeeId: string, caseIds: readonly string[], now: Date): Prisma.Sql {
  const drafts = (whose: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT FROM message_draft d WHERE d.case_id = c.id AND ${whose})`
  return Prisma.sql`SELECT c.id,
      EXISTS (SELECT FROM case_follower f WHERE f.case_id = c.id AND f.employee_id = ${employeeId}::uuid AND NOT f.is_muted) AS "isFollowed",
      (SELECT z.until FROM case_snooze z WHERE z.case_id = c.id AND z.employee_id = ${employeeId}::uuid AND z.until > ${now}::timestamptz) AS "snoozedUntil",
      ${drafts(Prisma.sql`d.is_shared`)} AS "hasShared", ${drafts(Prisma.sql`NOT d.is_shared AND d.employee_id = ${employeeId}::uuid`)} AS "hasOwn"
    FROM unnest(${caseIds}::uuid[]) WITH ORDINALITY AS g (id, place) JOIN support_case c ON c.id = g.id ORDER BY g.place`
}
