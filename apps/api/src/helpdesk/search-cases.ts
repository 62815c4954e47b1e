import { parseCaseNumber } from '@timedesk/domain/helpdesk/case-number'
import { Prisma } from '@timedesk/prisma/client'
import { containing } from '../platform/db/containing.ts'
import { CASE_NUMBER_MAX } from './case-keyed.ts'

/** The words of a case, letter by letter as its index has them. */
const caseWords = Prisma.sql`to_tsvector('simple', subject || ' ' || coalesce(external_reference, '') || ' ' || coalesce(product, ''))`
const messageWords = Prisma.sql`to_tsvector('simple', body)`

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

/** The condition that staff's search finds case `c`: by number, its words, its customer's name, its dialogue or its notes. */
export function isFoundByStaff(search: string): Prisma.Sql {
  const query = wordsQuery(search)
  const sources = [
    Prisma.sql`SELECT id FROM support_case WHERE ${caseWords} @@ ${query}`,
    Prisma.sql`SELECT case_id FROM reply WHERE ${messageWords} @@ ${query}`,
    Prisma.sql`SELECT case_id FROM note WHERE ${messageWords} @@ ${query}`,
    Prisma.sql`SELECT f.id FROM support_case f JOIN customer n ON n.id = f.customer_id WHERE n.name ILIKE ${containing(search)}`,
  ]
  const number = numberIn(search)
  if (number !== null) sources.push(Prisma.sql`SELECT id FROM support_case WHERE number = ${number}`)
  return Prisma.sql`c.id = ANY(ARRAY(${Prisma.join(sources, ' UNION ')}))`
}

/** The condition that a contact's search finds case `c`, among those that the contact may see. */
export function isFoundByContact(search: string): Prisma.Sql {
  const query = wordsQuery(search)
  return Prisma.sql`(c.number = ${numberIn(search)}
    OR to_tsvector('simple', c.subject || ' ' || coalesce(c.external_reference, '') || ' ' || coalesce(c.product, '')) @@ ${query}
    OR EXISTS (SELECT 1 FROM reply r WHERE r.case_id = c.id AND to_tsvector('simple', r.body) @@ ${query}))`
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
