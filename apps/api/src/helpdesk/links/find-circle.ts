import { Prisma } from '@timedesk/prisma/client'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { LinkKind } from './link-kinds.ts'

/** The case that link `l` leads to, or the one that this goes on in. */
const next = Prisma.sql`coalesce(o.merged_into_id, o.id)`
const leads = Prisma.sql`JOIN support_case o ON o.id = l.other_id`

/**
 * Whether links of a kind lead from one case to another, each taken with what was merged into it. `around` asks for a
 * way over a third case: what two cases are to each other says nothing once they are one.
 */
export async function leadsTo(
  reader: Reader,
  kind: LinkKind,
  [fromId, toId]: readonly [string, string],
  around = false,
): Promise<boolean> {
  const first = around ? Prisma.sql`AND ${next} NOT IN (${toId}::uuid, ${fromId}::uuid)` : Prisma.empty
  const [row] = await reader.rows<{ isReached: boolean }>(Prisma.sql`WITH RECURSIVE way AS (
      SELECT ${next} AS id FROM case_link l ${leads} WHERE l.kind = ${kind} AND l.case_id = ANY(${familyOf(fromId)}) ${first}
      UNION
      SELECT ${next} FROM way CROSS JOIN LATERAL unnest(case_family(way.id)) AS member (id)
        JOIN case_link l ON l.case_id = member.id AND l.kind = ${kind} ${leads})
    SELECT EXISTS (SELECT 1 FROM way WHERE id = ${toId}::uuid) AS "isReached"`)
  return row?.isReached ?? false
}

/**
 * Why two cases cannot be one because of what they are linked to, in words for a person; null: they can. A case would
 * wait for itself, or be a problem and an incident at once.
 */
export async function whyNotOne(reader: Reader, ids: readonly [string, string]): Promise<string | null> {
  const [one, other] = ids
  for (const kind of ['parent', 'blocks', 'duplicate'] as const)
    for (const way of [ids, [other, one]] as const)
      if (await leadsTo(reader, kind, way, true)) return 'Their links would go round in a circle.'
  const [row] = await reader.rows<{ isBoth: boolean }>(Prisma.sql`WITH ends AS (
      SELECT (l.case_id = ANY(${familyOf(one)}) OR l.case_id = ANY(${familyOf(other)})) AS is_incident,
        (l.other_id = ANY(${familyOf(one)}) OR l.other_id = ANY(${familyOf(other)})) AS is_problem
      FROM case_link l WHERE l.kind = 'incident'
        AND ARRAY[l.case_id, l.other_id] && (${familyOf(one)} || ${familyOf(other)}))
    SELECT coalesce(bool_or(is_incident AND NOT is_problem) AND bool_or(is_problem AND NOT is_incident), false) AS "isBoth" FROM ends`)
  return row?.isBoth === true ? 'It would be a problem with incidents and an incident at once.' : null
}
