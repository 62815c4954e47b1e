import type { SearchAnswer } from '@timedesk/contracts/search'
import type { SoughtWords } from '@timedesk/domain/search/excerpt'
import { parseSearch, type SearchTerm } from '@timedesk/domain/search/parse-search'
import { chooseNearWords, choosePartWords, NEAR_LENGTH_MIN, type KnownWord } from '@timedesk/domain/search/widen-word'
import { parseCaseNumber } from '@timedesk/domain/helpdesk/case-number'
import { CASE_NUMBER_MAX } from '../case-keyed.ts'
import type { Lexicon, WordFacts } from './lexicon.ts'

/** Words that hold a typed one as a part are looked for as long as they stand in so many texts together. */
const PART_USES_MAX = 10_000
/** No longer words are known. */
const NEAR_LENGTH_MAX = 40
/** A word that stands in so many texts may be mistyped itself, where another is used so much more. */
const SLIP_USES_MAX = 1
const SLIP_TIMES_MIN = 10

/** One term of a search, with the words that are meant by it. */
export type WidenedTerm = {
  sought: SoughtWords
  /** In about how many texts it stands. */
  uses: number
  /** How many cases there are of customers and contacts with it in their names; null where that was not looked up. */
  named: number | null
}

export type WidenedSearch = {
  wanted: WidenedTerm[]
  unwanted: SoughtWords[]
  corrections: SearchAnswer['corrections']
  /** The number of a case, when nothing else was typed. */
  number: number | null
}

/**
 * What a person typed, widened to the words that there are: those that begin with a typed one, those that hold it, and,
 * where there is next to none of them, those that look like it or begin with what looks like it.
 */
export async function widenSearch(lexicon: Lexicon, text: string): Promise<WidenedSearch> {
  const { wanted, unwanted } = parseSearch(text)
  const facts = await lookUp(lexicon, wanted)
  const unknown = wanted.filter((term) => mayBeMistyped(term, facts.get(term.words[0])))
  const near = unknown.length === 0 ? null : await lexicon.near(unknown.map(({ words }) => words[0]))
  const terms = wanted.map((term) => widen(term, facts.get(term.words[0]), near?.get(term.words[0]) ?? []))
  return {
    wanted: terms.map(({ sought, uses, named }) => ({ sought, uses, named })),
    unwanted: unwanted.map(soughtAsTyped),
    corrections: terms.flatMap(({ corrected, typed }) => (corrected.length === 0 ? [] : [{ typed, words: corrected }])),
    number: numberIn(text),
  }
}

/** The facts of each first word; of words side by side the others only narrow it down. */
async function lookUp(lexicon: Lexicon, terms: readonly SearchTerm[]): Promise<ReadonlyMap<string, WordFacts>> {
  if (terms.length === 0) return new Map()
  const typed = terms.map(({ words, isBegun }) => {
    return { word: words[0], isBegun: isBegun && words.length === 1 }
  })
  return new Map((await lexicon.look(typed)).map((one) => [one.word, one]))
}

function mayBeMistyped({ words, isBegun }: SearchTerm, facts: WordFacts | undefined): boolean {
  const [word] = words
  const { length } = Array.from(word)
  const isLong =
    words.length === 1 && isBegun && length >= NEAR_LENGTH_MIN && length <= NEAR_LENGTH_MAX && /\D/u.test(word)
  return isLong && (facts === undefined || (facts.uses <= SLIP_USES_MAX && facts.holding.length === 0))
}

type Widened = WidenedTerm & { typed: string; corrected: string[] }

function widen(term: SearchTerm, facts: WordFacts | undefined, near: readonly KnownWord[]): Widened {
  const { words, typed } = term
  const [word] = words
  const parts = words.length === 1 ? choosePartWords(facts?.holding ?? [], PART_USES_MAX) : []
  const corrected = chooseNearWords(word, near).filter(({ uses }) => uses >= (facts?.uses ?? 0) * SLIP_TIMES_MIN)
  const sought: SoughtWords = {
    ...soughtAsTyped(term),
    others: new Set(parts.map((part) => part.word)),
    beginnings: corrected.map((one) => one.word),
  }
  const uses = [...parts, ...corrected].reduce((sum, one) => sum + one.uses, facts?.uses ?? 0)
  const isAsTyped = parts.length + corrected.length === 0
  return {
    ...{ sought, uses, typed, corrected: corrected.map((one) => one.word) },
    named: isAsTyped ? (facts?.named ?? null) : null,
  }
}

function soughtAsTyped({ words, isBegun }: SearchTerm): SoughtWords {
  return { words, isBegun, others: new Set(), beginnings: [] }
}

function numberIn(text: string): number | null {
  const number = parseCaseNumber(text)
  return number !== null && number <= CASE_NUMBER_MAX ? number : null
}
