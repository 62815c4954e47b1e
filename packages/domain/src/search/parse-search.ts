import { wordsOf } from '../text/fold-words.ts'

/** What is typed beyond that is not looked for. */
const TERMS_MAX = 12

/** From so many letters on, a word may be only begun; shorter ones only where the typing has not gone on. */
const BEGUN_LENGTH_MIN = 3

/** A case's number is whole as it stands: `#12` asks for that case, not for 1234. */
const CASE_NUMBER = /^#\d+$/

/** A word, or several that stand side by side. */
export type SearchTerm = {
  /** As it was typed, without quotes and minus. */
  typed: string
  /** Folded, at least one. */
  words: readonly [string, ...string[]]
  /** The last word may go on. */
  isBegun: boolean
}

export type ParsedSearch = {
  /** Each of them has to be there. */
  wanted: SearchTerm[]
  /** None of them may be there. */
  unwanted: SearchTerm[]
}

/**
 * What a person typed into a search: words, `"words in quotes"` that stand side by side, and either of them behind a
 * minus for what must not be there. What a word holds beside letters and digits splits it into words side by side.
 */
export function parseSearch(text: string): ParsedSearch {
  const parsed: ParsedSearch = { wanted: [], unwanted: [] }
  const tokens = text.matchAll(/(?<minus>(?<![^\s])-)?(?:"(?<quoted>[^"]*)(?:"|$)|(?<bare>[^\s"]+))/gu)
  for (const { groups, 0: token, index } of tokens) {
    const typed = (groups?.quoted ?? groups?.bare ?? '').trim()
    const [first, ...more] = wordsOf(typed)
    if (first === undefined || parsed.wanted.length + parsed.unwanted.length === TERMS_MAX) continue
    const last = more.at(-1) ?? first
    const isUnwanted = groups?.minus !== undefined
    const isLast = index + token.length === text.length
    const isWhole = groups?.quoted !== undefined || isUnwanted || CASE_NUMBER.test(typed)
    const isBegun = !isWhole && (isLast || Array.from(last).length >= BEGUN_LENGTH_MIN)
    parsed[isUnwanted ? 'unwanted' : 'wanted'].push({ typed, words: [first, ...more], isBegun })
  }
  return parsed
}
