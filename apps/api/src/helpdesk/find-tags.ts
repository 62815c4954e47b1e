import { Prisma } from '@timedesk/prisma/client'
import { containing } from '../platform/db/containing.ts'
import type { Reader } from '../platform/db/database.ts'

const TAGS_SHOWN_MAX = 200

/** The tags in use, the most used first. */
export async function findTags(reader: Reader, { search }: { search?: string | undefined }): Promise<string[]> {
  const matching = search === undefined ? Prisma.sql`true` : Prisma.sql`g.tag ILIKE ${containing(search)}`
  const rows = await reader.rows<{
    tag: string
  }>(Prisma.sql`SELECT g.tag FROM support_case c CROSS JOIN LATERAL unnest(c.tags) AS g (tag)
    WHERE c.tags <> '{}' AND ${matching} GROUP BY g.tag ORDER BY count(*) DESC, g.tag LIMIT ${TAGS_SHOWN_MAX}`)
  return rows.map(({ tag }) => tag)
}
