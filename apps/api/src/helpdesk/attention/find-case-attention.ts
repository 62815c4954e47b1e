import type { CaseAttention, Follower } from '@timedesk/contracts/case-attention'
import { FOLLOWERS_SHOWN_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

type OwnRow = { isMuted: boolean | null; snoozedUntil: Date | null }
type FollowerRow = Omit<Follower, 'since'> & { since: Date }

/** Who follows a case, and what it is to one person. Refuses with `not_found`. */
export async function findCaseAttention(
  reader: Reader,
  { caseId, employeeId, now }: { caseId: string; employeeId: string; now: Date },
): Promise<CaseAttention> {
  const [[own], followers] = await Promise.all([
    reader.rows<OwnRow>(Prisma.sql`SELECT f.is_muted AS "isMuted", z.until AS "snoozedUntil" FROM support_case c
      LEFT JOIN case_follower f ON f.case_id = c.id AND f.employee_id = ${employeeId}::uuid
      LEFT JOIN case_snooze z ON z.case_id = c.id AND z.employee_id = ${employeeId}::uuid AND z.until > ${now}
      WHERE c.id = ${caseId}::uuid`),
    reader.rows<FollowerRow>(Prisma.sql`SELECT e.id, e.name, e.initials, f.since, f.cause FROM case_follower f
      JOIN employee e ON e.id = f.employee_id
      WHERE f.case_id = ${caseId}::uuid AND NOT f.is_muted AND e.is_active
      ORDER BY e.name, e.id LIMIT ${FOLLOWERS_SHOWN_MAX}`),
  ])
  if (own === undefined) throw new Refusal('not_found')
  return {
    followers: followers.map((follower) => ({ ...follower, since: follower.since.toISOString() })),
    isFollowing: own.isMuted === false,
    isMuted: own.isMuted === true,
    snoozedUntil: own.snoozedUntil?.toISOString() ?? null,
  }
}
