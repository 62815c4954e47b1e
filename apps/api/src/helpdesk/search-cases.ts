import { parseCaseNumber } from '@timedesk/domain/helpdesk/case-number'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { containing } from '../platform/db/containing.ts'
import { CASE_NUMBER_MAX } from './case-keyed.ts'

/**
 * Up to so many matches are looked up by the words' indexes, then sorted. Of more, the first page comes sooner by
 * walking through the cases in the list's order: every few of them is a hit.
 */
const FEW_MATCHES_MAX = 2_000

/**
 * What a person typed as a query over words: all of them, quoted ones in order, `-` for not; the last one may be
 * only begun. Whatever the text holds, the database takes it.
 */
function wordsQuery(search: string): Prisma.Sql {
  const { finished, begun } = splitLastWord(search)
  if (begun === null) return Prisma.sql`websearch_to_tsquery('simple', ${finished})`
  // Letters and digits only, so that nothing in it is an operator.
  return Prisma.sql`(websearch_to_tsquery('simple', ${finished}) && to_tsquery('simple', ${`${begun}:*`}))`
}

/**
 * The condition that staff's search finds case `c`: by number, its words, its customer's name, its dialogue or its
 * notes. A word that is rare gives the cases by name, a frequent one a test for each case.
 */
export async function foundByStaff(reader: Reader, search: string): Promise<Prisma.Sql> {
  // Planned anew, since the planner knows how frequent these very words are.
  const few = await reader.rows<{ id: string }>(firstMatches(search), 'anew')
  if (few.length <= FEW_MATCHES_MAX) {
    const ids = [...new Set(few.map(({ id }) => id))]
    // Behind a subquery the planner does not count them, so that one plan serves all.
    return Prisma.sql`c.id = ANY(ARRAY(SELECT unnest(${ids}::uuid[])))`
  }
  const query = wordsQuery(search)
  return Prisma.sql`(c.number = ${numberIn(search)} OR c.search @@ ${query}
    OR c.customer_id = ANY(ARRAY(SELECT id FROM customer WHERE name ILIKE ${containing(search)}))
    OR EXISTS (SELECT 1 FROM reply r WHERE r.case_id = c.id AND r.search @@ ${query})
    OR EXISTS (SELECT 1 FROM note n WHERE n.case_id = c.id AND n.search @@ ${query}))`
}

/** The ids of cases that match, some of them repeatedly; one more than few says that there are many. */
function firstMatches(search: string): Prisma.Sql {
  const query = wordsQuery(search)
  const limit = Prisma.raw(String(FEW_MATCHES_MAX + 1))
  const sources = [
    Prisma.sql`SELECT id FROM support_case WHERE search @@ ${query}`,
    Prisma.sql`SELECT case_id FROM reply WHERE search @@ ${query}`,
    Prisma.sql`SELECT case_id FROM note WHERE search @@ ${query}`,
    Prisma.sql`SELECT f.id FROM support_case f JOIN customer n ON n.id = f.customer_id WHERE n.name ILIKE ${containing(search)}`,
    Prisma.sql`SELECT id FROM support_case WHERE number = ${numberIn(search)}`,
  ].map((source) => Prisma.sql`(${source} LIMIT ${limit})`)
  return Prisma.sql`${Prisma.join(sources, ' UNION ALL ')} LIMIT ${limit}`
}

/** The condition that a contact's search finds case `c`, among those that the contact may see. */
export function isFoundByContact(search: string): Prisma.Sql {
  const query = wordsQuery(search)
  return Prisma.sql`(c.number = ${numberIn(search)} OR c.search @@ ${query}
    OR EXISTS (SELECT 1 FROM reply r WHERE r.case_id = c.id AND r.search @@ ${query}))`
}

function splitLastWord(search: string): { finished: string; begun: string | null } {
  const match = /^(?:(?<finished>.*)\s)?(?<begun>[\p{L}\p{N}\p{M}]+)$/su.exec(search)
  const finished = match?.groups?.finished ?? ''
  const begun = match?.groups?.begun
  const isInQuotes = finished.split('"').length % 2 === 0
  const followsOr = /(?:^|\s)or\s*$/iu.test(finished)
  if (begun === undefined || isInQuotes || followsOr) return { finished: search, begun: null }
  return { finished, begun }
}

function numberIn(search: string): number | null {
  const number = parseCaseNumber(search)
  return number !== null && number <= CASE_NUMBER_MAX ? number : null
}
