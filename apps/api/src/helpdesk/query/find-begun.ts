import { onlyNear } from '@timedesk/domain/query/nearest-first'
import { wordsOf } from '@timedesk/domain/text/fold-words'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { beginningsQuery } from '../search/words-query.ts'
import { findLikeNamed } from './find-by-names.ts'
import type { NameSource } from './name-sources.ts'

/** The beginning of a name may mean so many things; what means more says too little. */
const BEGUN_MAX = 200
const SUGGESTIONS_MAX = 5
/** So many of the names that look most like what was typed are measured letter by letter. */
const ALIKE_MAX = 40
/** Which share of their groups of three letters names have in common with what was typed, at least. */
const ALIKE_MIN = 0.25
const VERY_ALIKE_MIN = 0.5

/**
 * The ids of all whose name has words that begin with the typed ones, in whatever order, case and accents aside; null
 * when there are too many of them.
 */
export async function findBegun(reader: Reader, { from, words }: NameSource, typed: string): Promise<string[] | null> {
  const beginnings = wordsOf(typed)
  if (beginnings.length === 0) return []
  const rows = await reader.rows<{ id: string }>(Prisma.sql`SELECT x.id FROM ${from}
    WHERE ${words} @@ ${beginningsQuery(beginnings)} ORDER BY x.id LIMIT ${Prisma.raw(String(BEGUN_MAX + 1))}`)
  return rows.length > BEGUN_MAX ? null : rows.map(({ id }) => id)
}

/** Names that look like what was typed, the nearest first: for what nothing is called. */
export async function findNearNames(reader: Reader, source: NameSource, typed: string): Promise<string[]> {
  const { from, name } = source
  const [alike, holding] = await Promise.all([
    reader.rows<{ name: string; share: number }>(Prisma.sql`SELECT s.name, max(s.share)::float8 AS share
      FROM (SELECT ${name} AS name, word_similarity(lower(${typed}), lower(${name})) AS share FROM ${from}) s
      WHERE s.share >= ${ALIKE_MIN} GROUP BY s.name ORDER BY share DESC, s.name LIMIT ${Prisma.raw(String(ALIKE_MAX))}`),
    findLikeNamed(reader, source, typed, SUGGESTIONS_MAX),
  ])
  const near = onlyNear(
    typed,
    alike.map((one) => one.name),
  )
  const others = alike.filter(({ share }) => share >= VERY_ALIKE_MIN).map((one) => one.name)
  return [...new Set([...near, ...holding.map((one) => one.name), ...others])].slice(0, SUGGESTIONS_MAX)
}
