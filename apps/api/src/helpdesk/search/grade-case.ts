import type { SoughtWords } from '@timedesk/domain/search/excerpt'
import { Prisma } from '@timedesk/prisma/client'
import { typedQuery, wordsQuery } from './words-query.ts'

/**
 * How well case `c` has what staff looked for: most in its subject, then its references, names, tags, files and words;
 * 0 when it has it nowhere. Written so that the database looks into one case at a time and never gathers all hits.
 */
export function gradeForStaff(sought: SoughtWords): Prisma.Sql {
  const query = wordsQuery(sought)
  return Prisma.sql`CASE ${ownWords(sought)}
    WHEN c.staff_search @@ ${query} THEN 5
    WHEN (SELECT n.search @@ ${query} FROM customer n WHERE n.id = c.customer_id) THEN 4
    WHEN (SELECT p.search @@ ${query} FROM contact p WHERE p.id = c.contact_id) THEN 4
    WHEN ${spokenOf(Prisma.sql`c.id`, query)} THEN 3
    WHEN ${keptOf(Prisma.sql`c.id`, query)} THEN 2
    WHEN ${mergedHas(query)} THEN 1
    ELSE 0 END`
}

/** Whether case `c` has it anywhere, found in the same way but sooner. */
export function hasForStaff(sought: SoughtWords): Prisma.Sql {
  const query = wordsQuery(sought)
  return Prisma.sql`CASE WHEN c.search @@ ${query} OR c.staff_search @@ ${query} THEN true
    WHEN ${spokenOf(Prisma.sql`c.id`, query)} THEN true
    WHEN (SELECT n.search @@ ${query} FROM customer n WHERE n.id = c.customer_id) THEN true
    WHEN (SELECT p.search @@ ${query} FROM contact p WHERE p.id = c.contact_id) THEN true
    WHEN ${keptOf(Prisma.sql`c.id`, query)} THEN true
    ELSE ${mergedHas(query)} END`
}

/** The same for a contact, by what the contact sees: the database leaves the rest out. */
export function gradeForContact(sought: SoughtWords, readsDialogue: boolean): Prisma.Sql {
  const query = wordsQuery(sought)
  const words = readsDialogue
    ? ownWords(sought)
    : Prisma.sql`WHEN c.search @@ ${typedQuery(sought, 'A')} THEN 8 WHEN c.search @@ ${wordsQuery(sought, 'A')} THEN 6
        WHEN c.search @@ ${wordsQuery(sought, 'AB')} THEN 5`
  return Prisma.sql`CASE ${words}
    WHEN (SELECT p.search @@ ${wordsQuery(sought, 'A')} FROM contact p WHERE p.id = c.contact_id) THEN 4
    WHEN ${spokenOf(Prisma.sql`c.id`, query)} THEN 3
    WHEN ${readsDialogue ? mergedWords(query) : Prisma.sql`false`} THEN 1
    ELSE 0 END`
}

function ownWords(sought: SoughtWords): Prisma.Sql {
  return Prisma.sql`WHEN c.search @@ ${typedQuery(sought, 'A')} THEN 8
    WHEN c.search @@ ${wordsQuery(sought, 'A')} THEN 6
    WHEN c.search @@ ${wordsQuery(sought)} THEN 5`
}

/** Whether messages of a case or their files have it. A subquery with a limit is never turned into one over all rows. */
function spokenOf(caseId: Prisma.Sql, query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT true FROM reply r WHERE r.case_id = ${caseId} AND r.search @@ ${query} LIMIT 1),
    (SELECT true FROM attachment a WHERE a.case_id = ${caseId} AND a.search @@ ${query} LIMIT 1), false)`
}

/** Whether a case that went on in this one has it. */
function mergedHas(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT true FROM support_case t WHERE t.merged_into_id = c.id AND (t.search @@ ${query} OR t.staff_search @@ ${query}
    OR (SELECT p.search @@ ${query} FROM contact p WHERE p.id = t.contact_id) OR ${spokenOf(Prisma.sql`t.id`, query)}
    OR ${keptOf(Prisma.sql`t.id`, query)}) LIMIT 1), false)`
}

/** Whether notes of a case or what was said with third parties have it, which only staff sees. */
function keptOf(caseId: Prisma.Sql, query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT true FROM note n WHERE n.case_id = ${caseId} AND n.search @@ ${query} LIMIT 1),
    (SELECT true FROM side_conversation s WHERE s.case_id = ${caseId} AND (s.search @@ ${query}
      OR (SELECT true FROM side_message d WHERE d.conversation_id = s.id AND d.search @@ ${query} LIMIT 1)) LIMIT 1), false)`
}

/** Whether the dialogue of a case that went on in this one has it: that is all of it that a contact sees. */
function mergedWords(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT true FROM unnest(case_family(c.id)) f (id) WHERE f.id <> c.id AND ${spokenOf(Prisma.sql`f.id`, query)} LIMIT 1), false)`
}
