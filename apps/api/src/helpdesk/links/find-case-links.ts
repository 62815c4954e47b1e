import type { CaseLinks, LinkedCase } from '@timedesk/contracts/case-links'
import { LINKED_CASES_MAX } from '@timedesk/contracts/limits'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { requireCase } from '../case-keyed.ts'

type Row = { direction: 'out' | 'in'; kind: 'parent' | 'follow_up'; linked: LinkedCase }

const linked = Prisma.sql`json_build_object('id', o.id, 'number', o.number, 'subject', o.subject,
  'status', json_build_object('id', s.id, 'name', s.name, 'category', s.category, 'color', s.color),
  'customer', json_build_object('id', cu.id, 'name', cu.name)) AS linked`
const names = Prisma.sql`JOIN case_status s ON s.id = o.status_id JOIN customer cu ON cu.id = o.customer_id`

/** What a case is linked to, each list by number. Refuses with `not_found`. */
export async function findCaseLinks(reader: Reader, caseId: string): Promise<CaseLinks> {
  await requireCase(reader, caseId)
  const rows = await reader.rows<Row>(Prisma.sql`
    SELECT 'out' AS direction, l.kind, ${linked} FROM case_link l JOIN support_case o ON o.id = l.other_id ${names}
     WHERE l.case_id = ${caseId}::uuid
    UNION ALL
    (SELECT 'in', o.kind, ${linked} FROM (SELECT o.*, l.kind, row_number() OVER (PARTITION BY l.kind ORDER BY o.number) AS place
        FROM case_link l JOIN support_case o ON o.id = l.case_id WHERE l.other_id = ${caseId}::uuid) o ${names}
     WHERE o.place <= ${LINKED_CASES_MAX} ORDER BY o.number)`)
  const of = (direction: Row['direction'], kind: Row['kind']) =>
    rows.filter((row) => row.direction === direction && row.kind === kind).map((row) => row.linked)
  return {
    parent: of('out', 'parent')[0] ?? null,
    children: of('in', 'parent'),
    follows: of('out', 'follow_up')[0] ?? null,
    followUps: of('in', 'follow_up'),
  }
}
