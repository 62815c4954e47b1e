import { PART_LENGTH_MIN, type KnownWord } from '@timedesk/domain/search/widen-word'
import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'

/** Begun words are counted up to so many different ones. */
const BEGUN_WORDS_MAX = 5_000
const HOLDING_WORDS_MAX = 300
/** Of contacts who see their own cases only, so many of the latest are read for words. */
const OWN_CASES_MAX = 300
/** A swap of two letters counts as two; who asks counts exactly. */
const LETTERS_APART_MAX = 4
/** Behind every word that begins alike. */
const END = Prisma.sql`chr(1114111)`

/** What stands in so many texts is looked up by the words' indexes. */
export const FEW_TEXTS_MAX = 3_000

/** A typed word, folded; `isBegun` means what begins with it too. */
export type TypedWord = { word: string; isBegun: boolean }

/**
 * What is known of a typed word: in about how many texts it stands, the words that hold it as a part, and how many cases
 * there are of customers and contacts with it in their names, as far as many.
 */
export type WordFacts = { word: string; uses: number; holding: KnownWord[]; named: number }

/** The words that there are, for those who may know of them. */
export type Lexicon = {
  look: (typed: readonly TypedWord[]) => Promise<WordFacts[]>
  /** Words that look like one of those given or begin so, by it. */
  near: (words: readonly string[]) => Promise<ReadonlyMap<string, KnownWord[]>>
}

type NearRow = { typed: string; word: string; uses: number }

/** The words of all that staff may search. A job keeps them: what was written in the last minutes may be missing. */
export function staffLexicon(reader: Reader): Lexicon {
  return {
    look: (typed) =>
      reader.rows<WordFacts>(Prisma.sql`SELECT t.word,
          (SELECT coalesce(sum(b.uses), 0)::float8 FROM (SELECT w.uses FROM search_word w
            WHERE w.uses > 0 AND w.word ~>=~ t.word AND w.word ~<=~ (t.word || CASE WHEN t.is_begun THEN ${END} ELSE '' END)
            LIMIT ${Prisma.raw(String(BEGUN_WORDS_MAX))}) b) AS uses,
          (${casesNamed('customer')} + ${casesNamed('contact')})::int AS named,
          (SELECT coalesce(json_agg(h), '[]') FROM (SELECT w.word, w.uses FROM search_word w
            WHERE t.has_parts AND w.uses > 0 AND w.word LIKE ('%' || t.word || '%') AND NOT starts_with(w.word, t.word)
            ORDER BY length(w.word), w.uses DESC LIMIT ${Prisma.raw(String(HOLDING_WORDS_MAX))}) h) AS holding
        FROM ${given(typed)}`),
    near: async (words) =>
      byTyped(
        await reader.rows<NearRow>(
          Prisma.sql`SELECT t.word AS typed, n.word, n.uses FROM unnest(${words}::text[]) t (word), LATERAL words_like(t.word) n`,
        ),
      ),
  }
}

/**
 * The words of what a contact sees, and of nothing else: who sees all of the customer's cases has a list of them, for
 * others their own cases are read.
 */
export function contactLexicon(reader: Reader, actor: ContactActor): Lexicon {
  const vocabulary = actor.seesAllCases
    ? Prisma.sql`SELECT v.word FROM customer_word v WHERE v.customer_id = ${actor.customerId}::uuid`
    : wordsOfOwnCases(actor)
  return {
    look: (typed) =>
      reader.rows<WordFacts>(Prisma.sql`WITH known AS MATERIALIZED (${vocabulary})
        SELECT t.word, (SELECT count(*)::float8 FROM known k WHERE k.word = t.word OR (t.is_begun AND starts_with(k.word, t.word))) AS uses, 0 AS named,
          (SELECT coalesce(json_agg(h), '[]') FROM (SELECT k.word, 1 AS uses FROM known k
            WHERE t.has_parts AND strpos(k.word, t.word) > 1 ORDER BY length(k.word), k.word LIMIT ${Prisma.raw(String(HOLDING_WORDS_MAX))}) h) AS holding
        FROM ${given(typed)}`),
    near: async (words) =>
      byTyped(
        await reader.rows<NearRow>(Prisma.sql`WITH known AS MATERIALIZED (${vocabulary})
          SELECT t.word AS typed, k.word, 1 AS uses FROM unnest(${words}::text[]) t (word)
            JOIN known k ON length(k.word) >= length(t.word) - 2
              AND levenshtein_less_equal(left(k.word, length(t.word)), t.word, ${LETTERS_APART_MAX}) <= ${LETTERS_APART_MAX}`),
      ),
  }
}

/** The database shows a contact no other case and no other message. */
function wordsOfOwnCases({ permissions }: ContactActor): Prisma.Sql {
  const readsDialogue = permissions.has('dialogue:read')
  return Prisma.sql`WITH own AS MATERIALIZED (SELECT o.id, o.search FROM support_case o ORDER BY o.last_activity_at DESC LIMIT ${Prisma.raw(String(OWN_CASES_MAX))})
    SELECT DISTINCT l.lexeme AS word FROM (
      SELECT ${readsDialogue ? Prisma.sql`o.search` : Prisma.sql`ts_filter(o.search, '{a,b}')`} AS search FROM own o
      UNION ALL SELECT r.search FROM reply r WHERE r.case_id = ANY(ARRAY(SELECT id FROM own))
      UNION ALL SELECT a.search FROM attachment a WHERE a.case_id = ANY(ARRAY(SELECT id FROM own))) s
    CROSS JOIN LATERAL unnest(s.search) l`
}

/** How many cases there are of customers or contacts that have the typed word, up to one more than few. */
function casesNamed(table: 'customer' | 'contact'): Prisma.Sql {
  const [names, column] = [Prisma.raw(table), Prisma.raw(`${table}_id`)]
  return Prisma.sql`(SELECT count(*) FROM (SELECT FROM support_case f WHERE f.${column} = ANY(ARRAY(SELECT n.id FROM ${names} n
    WHERE n.search @@ (quote_literal(t.word) || CASE WHEN t.is_begun THEN ':*' ELSE '' END)::tsquery)) LIMIT ${Prisma.raw(String(FEW_TEXTS_MAX + 1))}) k)`
}

/** The words with what is asked of each: parts of words that are short or numbers mean nothing. */
function given(typed: readonly TypedWord[]): Prisma.Sql {
  const hasParts = typed.map(
    ({ word, isBegun }) => isBegun && Array.from(word).length >= PART_LENGTH_MIN && /\D/u.test(word),
  )
  return Prisma.sql`unnest(${typed.map(({ word }) => word)}::text[], ${typed.map(({ isBegun }) => isBegun)}::boolean[],
    ${hasParts}::boolean[]) t (word, is_begun, has_parts)`
}

function byTyped(rows: readonly NearRow[]): ReadonlyMap<string, KnownWord[]> {
  const known = new Map<string, KnownWord[]>()
  for (const { typed, word, uses } of rows) known.set(typed, [...(known.get(typed) ?? []), { word, uses }])
  return known
}
