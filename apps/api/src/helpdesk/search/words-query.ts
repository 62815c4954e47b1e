import type { SoughtWords } from '@timedesk/domain/search/excerpt'
import { Prisma } from '@timedesk/prisma/client'

/** Weights of words by where they stand: A are subjects and names, B references, C the resolution. */
type Weights = '' | 'A' | 'AB'

/**
 * A query over stored words that finds what was looked for. Words are letters and digits only, so that nothing in them
 * is an operator; the database splits them as it splits texts.
 */
export function wordsQuery(sought: SoughtWords, weights: Weights = ''): Prisma.Sql {
  return asQuery(alternatives(sought, weights))
}

/** The same for just what was typed, without other words that are meant too. */
export function typedQuery({ words, isBegun }: SoughtWords, weights: Weights = ''): Prisma.Sql {
  return asQuery([phrase(words, isBegun, weights)])
}

/** A query that finds what any of several finds. */
export function anyWordsQuery(sought: readonly SoughtWords[], weights: Weights = ''): Prisma.Sql {
  return asQuery(sought.flatMap((one) => alternatives(one, weights)))
}

/** A query that finds names, weighed A, with words that begin with each of these. */
export function beginningsQuery(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`to_tsquery('simple', ${words.map((word) => lexeme(word, true, 'A')).join(' & ')})`
}

function asQuery(alternatives_: readonly string[]): Prisma.Sql {
  return Prisma.sql`to_tsquery('simple', ${alternatives_.join(' | ')})`
}

function alternatives({ words, isBegun, others, beginnings }: SoughtWords, weights: Weights): string[] {
  return [
    phrase(words, isBegun, weights),
    ...Array.from(others, (word) => lexeme(word, false, weights)),
    ...beginnings.map((word) => lexeme(word, isBegun, weights)),
  ]
}

function phrase(words: readonly string[], isBegun: boolean, weights: Weights): string {
  const last = words.length - 1
  return `(${words.map((word, place) => lexeme(word, isBegun && place === last, weights)).join(' <-> ')})`
}

function lexeme(word: string, isBegun: boolean, weights: Weights): string {
  const marks = `${isBegun ? '*' : ''}${weights}`
  return `'${word}'${marks === '' ? '' : `:${marks}`}`
}
