import type { CaseLinks, LinkedCase } from '@timedesk/contracts/case-links'
import { LINKED_CASES_MAX } from '@timedesk/contracts/limits'
import { Prisma } from '@timedesk/prisma/client'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Reader } from '../../platform/db/database.ts'
import { requireCase } from '../case-keyed.ts'
import type { LinkKind } from './link-kinds.ts'

type Row = { direction: 'out' | 'in'; kind: LinkKind; linked: LinkedCase }

/**
 * What a case is linked to, each list by number. Links of cases that were merged into it are its own, and a link to a
 * case that goes on in another one leads there. Refuses with `not_found`.
 */
export async function findCaseLinks(reader: Reader, caseId: string): Promise<CaseLinks> {
  await requireCase(reader, caseId)
  const rows = await reader.rows<Row>(linksOf(caseId))
  const of = (direction: Row['direction'], kind: LinkKind) =>
    rows.filter((row) => row.direction === direction && row.kind === kind).map((row) => row.linked)
  return {
    parent: of('out', 'parent')[0] ?? null,
    children: of('in', 'parent'),
    follows: of('out', 'follow_up')[0] ?? null,
    followUps: of('in', 'follow_up'),
    original: of('out', 'duplicate')[0] ?? null,
    duplicates: of('in', 'duplicate'),
    blocks: of('out', 'blocks'),
    blockedBy: of('in', 'blocks'),
    related: of('out', 'relates'),
    problem: of('out', 'incident')[0] ?? null,
    incidents: of('in', 'incident'),
  }
}

/** What is related is so from both sides. Its own links come before those of what was merged into it. */
function linksOf(caseId: string): Prisma.Sql {
  const family = familyOf(caseId)
  return Prisma.sql`WITH link AS (
      SELECT 'out' AS direction, l.kind, l.other_id AS far_id, l.case_id <> ${caseId}::uuid AS is_brought FROM case_link l WHERE l.case_id = ANY(${family})
      UNION ALL
      SELECT CASE l.kind WHEN 'relates' THEN 'out' ELSE 'in' END, l.kind, l.case_id, l.other_id <> ${caseId}::uuid FROM case_link l WHERE l.other_id = ANY(${family})
    ), placed AS (
      SELECT link.direction, link.kind, o.id, bool_and(link.is_brought) AS is_brought,
        row_number() OVER (PARTITION BY link.direction, link.kind ORDER BY bool_and(link.is_brought), o.number) AS place
      FROM link JOIN support_case far ON far.id = link.far_id JOIN support_case o ON o.id = coalesce(far.merged_into_id, far.id)
      WHERE o.id <> ${caseId}::uuid GROUP BY link.direction, link.kind, o.id, o.number)
    SELECT p.direction, p.kind, json_build_object('id', o.id, 'number', o.number, 'subject', o.subject,
      'status', json_build_object('id', s.id, 'name', s.name, 'category', s.category, 'color', s.color),
      'customer', json_build_object('id', cu.id, 'name', cu.name)) AS linked
    FROM placed p JOIN support_case o ON o.id = p.id JOIN case_status s ON s.id = o.status_id JOIN customer cu ON cu.id = o.customer_id
    WHERE p.place <= ${LINKED_CASES_MAX}
    ORDER BY CASE WHEN p.direction = 'out' AND p.kind IN ('parent', 'follow_up', 'duplicate', 'incident') THEN p.is_brought ELSE false END, o.number`
}
