import type { SoughtWords } from '@timedesk/domain/search/excerpt'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { FEW_TEXTS_MAX } from './lexicon.ts'
import type { WidenedTerm } from './widen-search.ts'
import { wordsQuery } from './words-query.ts'

/** Terms that are looked up, and those for which each case is looked into. */
export type SplitTerms = { rare: SoughtWords[]; frequent: SoughtWords[] }

/** Which terms stand in few texts and belong to customers and contacts of few cases. */
export async function splitTerms(reader: Reader, terms: readonly WidenedTerm[]): Promise<SplitTerms> {
  const few = terms.filter(({ uses }) => uses <= FEW_TEXTS_MAX)
  const named = await Promise.all(few.map(async (term) => term.named ?? (await countNamed(reader, term.sought))))
  const rare = few.filter(({ uses }, index) => uses + (named[index] ?? 0) <= FEW_TEXTS_MAX)
  return {
    rare: rare.map(({ sought }) => sought),
    frequent: terms.filter((term) => !rare.includes(term)).map(({ sought }) => sought),
  }
}

/** How many cases there are of customers and contacts with that name, up to one more than few. */
async function countNamed(reader: Reader, sought: SoughtWords): Promise<number> {
  const limit = Prisma.raw(String(FEW_TEXTS_MAX + 1))
  const [row] = await reader.rows<{ cases: number }>(Prisma.sql`SELECT (
      (SELECT count(*) FROM (SELECT 1 FROM support_case f WHERE f.customer_id = ANY(${named('customer', sought)}) LIMIT ${limit}) a)
      + (SELECT count(*) FROM (SELECT 1 FROM support_case f WHERE f.contact_id = ANY(${named('contact', sought)}) LIMIT ${limit}) b))::int AS cases`)
  return row?.cases ?? 0
}

function named(table: 'customer' | 'contact', sought: SoughtWords): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT n.id FROM ${Prisma.raw(table)} n WHERE n.search @@ ${wordsQuery(sought)})`
}

/**
 * A query for the ids of the cases that have all of these terms anywhere in what staff sees, at least one. What is found
 * in a case that went on in another is found there; the tombstone itself is among them.
 */
export function casesWithAll(rare: readonly SoughtWords[]): Prisma.Sql {
  return Prisma.join(
    rare.map((sought) => Prisma.sql`(${casesWith(sought)})`),
    ' INTERSECT ',
  )
}

/** A query for the ids of the cases that have a term. */
export function casesWith(sought: SoughtWords): Prisma.Sql {
  const query = wordsQuery(sought)
  return Prisma.sql`WITH hit AS MATERIALIZED (
      SELECT f.id FROM support_case f WHERE f.search @@ ${query}
      UNION SELECT f.id FROM support_case f WHERE f.staff_search IS NOT NULL AND f.staff_search @@ ${query}
      UNION SELECT r.case_id FROM reply r WHERE r.search @@ ${query}
      UNION SELECT n.case_id FROM note n WHERE n.search @@ ${query}
      UNION SELECT s.case_id FROM side_conversation s WHERE s.search @@ ${query}
      UNION SELECT s.case_id FROM side_message d JOIN side_conversation s ON s.id = d.conversation_id WHERE d.search @@ ${query}
      UNION SELECT a.case_id FROM attachment a WHERE a.search @@ ${query} AND a.case_id IS NOT NULL
      UNION SELECT f.id FROM support_case f WHERE f.customer_id = ANY(${named('customer', sought)})
      UNION SELECT f.id FROM support_case f WHERE f.contact_id = ANY(${named('contact', sought)}))
    SELECT id FROM hit
    UNION SELECT t.merged_into_id FROM support_case t WHERE t.merged_into_id IS NOT NULL AND t.id IN (SELECT id FROM hit)`
}
