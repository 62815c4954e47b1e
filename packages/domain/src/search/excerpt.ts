import { foldWord } from '../text/fold-words.ts'

/** Where a word stands in a text, in UTF-16 units; `to` is behind it. */
export type Range = { from: number; to: number }

/** Words that were looked for: side by side, the last one perhaps only begun; or any of some others instead. */
export type SoughtWords = {
  words: readonly string[]
  isBegun: boolean
  /** Whole words that are meant too. */
  others: ReadonlySet<string>
  /** Beginnings of words that are meant too. */
  beginnings: readonly string[]
}

const EXCERPT_LENGTH_MAX = 180
/** How much of a text stands before the first word that was found. */
const LEAD_LENGTH_MAX = 50
const RANGES_COMPARED_MAX = 100

type Token = Range & { word: string }

const TOKENS = /[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D]+/gu

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKENS)).flatMap(({ 0: token, index }) => {
    // What one character is written with several words for, such as a fraction, is not looked for.
    const word = foldWord(token)
    return word === null ? [] : [{ word, from: index, to: index + token.length }]
  })
}

/** Where words that were looked for stand in a text: whole words, in order. */
export function findRanges(text: string, sought: readonly SoughtWords[]): Range[] {
  const tokens = tokensOf(text)
  const found = new Set(sought.flatMap((one) => foundIn(tokens, one)))
  return tokens.filter((token) => found.has(token)).map(({ from, to }) => ({ from, to }))
}

/** Which of the words that were looked for stand in a text. */
export function findSought(text: string, sought: readonly SoughtWords[]): SoughtWords[] {
  const tokens = tokensOf(text)
  return sought.filter((one) => foundIn(tokens, one).length > 0)
}

function foundIn(tokens: readonly Token[], { words, isBegun, others, beginnings }: SoughtWords): Token[] {
  const last = words.length - 1
  return tokens.flatMap((token, index) => {
    const isThere = words.every((word, place) => {
      const one = tokens[index + place]?.word
      return one === word || (isBegun && place === last && one?.startsWith(word) === true)
    })
    if (isThere) return tokens.slice(index, index + words.length)
    const isMeant = others.has(token.word) || beginnings.some((beginning) => token.word.startsWith(beginning))
    return isMeant ? [token] : []
  })
}

/**
 * The part of a text around the words that were looked for, cut at spaces with an ellipsis, and where they stand in
 * that part; the beginning of the text where none of them is in it.
 */
export function excerptOf(text: string, sought: readonly SoughtWords[]): { text: string; ranges: Range[] } {
  const ranges = findRanges(text, sought)
  const start = beginAt(text, densest(ranges))
  const end = endAt(text, start)
  const lead = start > 0 ? '…' : ''
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    ranges: ranges
      .filter(({ from, to }) => from >= start && to <= end)
      .map(({ from, to }) => ({ from: from - start + lead.length, to: to - start + lead.length })),
  }
}

/** Where the part of a text begins that holds the most of the first ranges. */
function densest(ranges: readonly Range[]): number {
  const reach = EXCERPT_LENGTH_MAX - LEAD_LENGTH_MAX
  const first = ranges.slice(0, RANGES_COMPARED_MAX)
  let best = { from: 0, count: 0 }
  for (const { from } of first) {
    const count = first.filter((other) => other.from >= from && other.to <= from + reach).length
    if (count > best.count) best = { from, count }
  }
  return best.from
}

function beginAt(text: string, first: number): number {
  if (first <= LEAD_LENGTH_MAX) return 0
  const earliest = first - LEAD_LENGTH_MAX
  const space = text.indexOf(' ', earliest)
  return space === -1 || space >= first ? first : space + 1
}

function endAt(text: string, start: number): number {
  if (text.length - start <= EXCERPT_LENGTH_MAX) return text.length
  const latest = start + EXCERPT_LENGTH_MAX
  const space = text.lastIndexOf(' ', latest)
  if (space > start + EXCERPT_LENGTH_MAX / 2) return space
  // A text without spaces is cut inside its word, but never inside of a character.
  return isInsidePair(text, latest) ? latest - 1 : latest
}

function isInsidePair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc_00 && unit <= 0xdf_ff
}

/** A text with all words that were looked for, uncut. */
export function highlight(text: string, sought: readonly SoughtWords[]): { text: string; ranges: Range[] } {
  return { text, ranges: findRanges(text, sought) }
}
