import type { CaseParticipants } from '@timedesk/contracts/case-participants'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { requireCase } from '../case-keyed.ts'

type Participant = CaseParticipants['data'][number]
type Row = Omit<Participant, 'addedAt'> & { addedAt: Date }

/** The contacts who see a case beside the one it is for, by name. Refuses with `not_found`. */
export async function findParticipants(reader: Reader, caseId: string): Promise<CaseParticipants> {
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT json_build_object('id', k.id, 'name', k.name) AS contact, k.email,
      p.added_at AS "addedAt", p.added_by_name AS "addedByName",
      (SELECT json_build_object('id', c.id, 'number', c.number) FROM case_merge v JOIN support_case c ON c.id = v.source_id
        WHERE v.id = p.merge_id) AS "mergedFrom"
    FROM case_participant p JOIN contact k ON k.id = p.contact_id
    WHERE p.case_id = ${caseId}::uuid ORDER BY k.name, k.id`)
  if (rows.length === 0) await requireCase(reader, caseId)
  return { data: rows.map(({ addedAt, ...row }) => ({ ...row, addedAt: addedAt.toISOString() })) }
}
