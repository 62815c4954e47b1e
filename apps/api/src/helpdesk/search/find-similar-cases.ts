import type { StatusColor } from '@timedesk/contracts/case-status'
import type { SimilarCase } from '@timedesk/contracts/search'
import { Refusal } from '@timedesk/contracts/refusal'
import type { StatusCategory } from '@timedesk/domain/helpdesk/status'
import { plainText } from '@timedesk/domain/text/plain-text'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** A word in so many texts or more tells nothing of a case. */
const TELLING_USES_MAX = 500
const TELLING_WORDS_MAX = 15
const TELLING_LENGTH_MIN = 3
const WORDS_SHOWN_MAX = 5
/** What customer, type, product and a solution add to what the shared words weigh. */
const weights = { customer: 1.3, type: 1.3, product: 1.5, solved: 1.2 }

type Row = Omit<SimilarCase, 'solution' | 'solvedAt' | 'status'> & {
  status: { id: string; name: string; category: StatusCategory; color: StatusColor }
  solvedAt: Date | null
  resolution: string
  snippet: string
}

/** Cases that share rare words of subject and description with one, the most alike first. Refuses with `not_found`. */
export async function findSimilarCases(reader: Reader, caseId: string, limit: number): Promise<SimilarCase[]> {
  const [asked] = await reader.rows<{ words: string[] }>(Prisma.sql`SELECT ARRAY(${tellingWords}) AS words
    FROM support_case c WHERE c.id = ${caseId}::uuid`)
  if (asked === undefined) throw new Refusal('not_found')
  if (asked.words.length === 0) return []
  const rows = await reader.rows<Row>(similarTo(caseId, asked.words, limit))
  return rows.map(({ resolution, snippet, solvedAt, words, ...row }) => ({
    ...row,
    words: words.slice(0, WORDS_SHOWN_MAX),
    solvedAt: solvedAt?.toISOString() ?? null,
    solution: resolution === '' ? snippet : plainText(resolution),
  }))
}

/** The rarest words of case `c`'s subject and description that stand elsewhere too. */
const tellingWords = Prisma.sql`SELECT w.word FROM search_word w
  WHERE w.word = ANY(tsvector_to_array(c.search) || ARRAY(SELECT l.lexeme FROM reply r CROSS JOIN LATERAL unnest(r.search) l
      WHERE r.case_id = c.id AND r.kind = 'description'))
    AND w.uses < ${Prisma.raw(String(TELLING_USES_MAX))} AND length(w.word) >= ${Prisma.raw(String(TELLING_LENGTH_MIN))}
    AND w.word ~ '[^0-9]'
  ORDER BY w.uses, w.word LIMIT ${Prisma.raw(String(TELLING_WORDS_MAX))}`

function similarTo(caseId: string, words: readonly string[], limit: number): Prisma.Sql {
  const { customer, type, product, solved } = weights
  return Prisma.sql`WITH telling AS (SELECT w.word, quote_literal(w.word)::tsquery AS query, 1.0 / ln(2 + w.uses) AS weight
      FROM search_word w WHERE w.word = ANY(${words}::text[])),
    shared AS (
      SELECT t.word, t.weight, f.id FROM telling t JOIN support_case f ON f.search @@ t.query
      UNION SELECT t.word, t.weight, r.case_id FROM telling t JOIN reply r ON r.search @@ t.query AND r.kind = 'description'),
    alike AS (SELECT id, sum(weight) AS weight, array_agg(word ORDER BY weight DESC, word) AS words FROM shared GROUP BY id)
    SELECT o.id, o.number, o.subject, json_build_object('id', n.id, 'name', n.name) AS customer,
      json_build_object('id', s.id, 'name', s.name, 'category', o.category, 'color', s.color) AS status,
      o.solved_at AS "solvedAt", o.resolution, o.last_reply_snippet AS snippet, a.words
    FROM support_case c JOIN alike a ON a.id <> c.id JOIN support_case o ON o.id = a.id
    JOIN customer n ON n.id = o.customer_id JOIN case_status s ON s.id = o.status_id
    WHERE c.id = ${caseId}::uuid AND o.merged_into_id IS NULL AND o.id IS DISTINCT FROM c.merged_into_id
    ORDER BY a.weight * CASE WHEN o.customer_id = c.customer_id THEN ${customer}::float8 ELSE 1 END
        * CASE WHEN o.type_id = c.type_id THEN ${type}::float8 ELSE 1 END * CASE WHEN o.product = c.product THEN ${product}::float8 ELSE 1 END
        * CASE WHEN o.category IN ('solved', 'closed') THEN ${solved}::float8 ELSE 1 END DESC, o.last_activity_at DESC, o.id DESC
    LIMIT ${limit}`
}
