import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** So many of the latest cases tell what the others are like. */
const CASES_LOOKED_INTO = 300
/** Of them so many have to pass: then a page is full after some thousand cases. */
const HITS_MIN = 3

/**
 * Whether cases that pass the tests come soon when one walks through them by their latest activity; else the walk would
 * go through all of them. Where there are few cases, it is over soon in any case.
 */
export async function findsSoon(reader: Reader, tests: readonly Prisma.Sql[]): Promise<boolean> {
  const [seen] = await reader.rows<{ cases: number; hits: number }>(Prisma.sql`WITH latest AS MATERIALIZED (
      SELECT l.id, l.search, l.staff_search, l.customer_id, l.contact_id FROM support_case l WHERE l.merged_into_id IS NULL
        ORDER BY l.last_activity_at DESC, l.id DESC LIMIT ${Prisma.raw(String(CASES_LOOKED_INTO))})
    SELECT (SELECT count(*) FROM latest)::int AS cases, (SELECT count(*) FROM (SELECT FROM latest c
      WHERE ${Prisma.join([...tests], ' AND ')} LIMIT ${Prisma.raw(String(HITS_MIN))}) h)::int AS hits`)
  return seen === undefined || seen.hits === HITS_MIN || seen.cases < CASES_LOOKED_INTO
}
