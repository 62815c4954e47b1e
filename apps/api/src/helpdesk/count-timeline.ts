import type { Lane, TimelineCounts } from '@timedesk/contracts/dialogue'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { attachmentsOfCase } from './find-case-attachments.ts'
import { requireCase } from './case-keyed.ts'
import { sourcesOf } from './find-timeline.ts'

/** How many items each lane of a case's log holds. Refuses with `not_found`. */
export async function countTimeline(
  reader: Reader,
  { permissions }: StaffActor,
  { caseId }: { caseId: string },
): Promise<TimelineCounts> {
  await requireCase(reader, caseId)
  const countOf = (lane: Lane) => Prisma.sql`(SELECT count(*)::int FROM (${sourcesOf(caseId, [lane])}) i)`
  const [counts] = await reader.rows<TimelineCounts>(Prisma.sql`
    SELECT ${countOf('dialogue')} AS dialogue, ${countOf('internal')} AS internal,
           ${permissions.has('time:read') ? countOf('time') : Prisma.sql`NULL::int`} AS time, ${countOf('changes')} AS changes,
           (SELECT count(*)::int FROM (${attachmentsOfCase(caseId)}) a) AS attachments`)
  if (counts === undefined) throw new Error('A count gave no row.')
  return counts
}
