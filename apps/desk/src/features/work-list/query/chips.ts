import { formatNode } from '@timedesk/domain/query/format-query'
import { parseQuery } from '@timedesk/domain/query/parse-query'
import type { QueryTerm, QueryWords } from '@timedesk/domain/query/query'
import { readTokens, type Token } from '@timedesk/domain/query/read-tokens'

/** A part of a query by itself: a term or words that a chip can say, or text that only the box can change. */
export type Chip = {
  /** Its text, by which it is known; two of the same are told apart by `place`. */
  text: string
  place: number
  at: number
  length: number
  /** Null: locked, such as a group of alternatives, or what is not understood. */
  node: QueryTerm | QueryWords | null
  /** It is what the view says itself. */
  isOfView: boolean
}

/**
 * The parts of a text that all hold, in their order. Where the whole is one choice between alternatives, it is a single
 * locked part.
 */
export function chipsOf(text: string, viewText: string): Chip[] {
  const ofView = new Set(partsOf(viewText).flatMap((part) => [part.text, bracketed(part.text)]))
  return partsOf(text).map((part, place) => ({ ...part, place, isOfView: ofView.has(part.text) }))
}

/** The parts of a view's own text that another text does without. */
export function chipsLeftOut(text: string, viewText: string): Chip[] {
  const found = new Set(partsOf(text).map((part) => part.text))
  return partsOf(viewText)
    .map((part, place) => ({ ...part, place, isOfView: true }))
    .filter((part) => !found.has(part.text) && !found.has(bracketed(part.text)))
}

/** The text without one of its parts. */
export function withoutChip(text: string, { at, length }: Pick<Chip, 'at' | 'length'>): string {
  return joined(text.slice(0, at), text.slice(at + length))
}

/** The text with more terms at its end. */
export function withTerms(text: string, added: string): string {
  return added.trim() === '' ? text.trim() : joined(asPart(text), added)
}

/** The text with a part of its view's again, which stands before one's own. */
export function withLeftOut(text: string, { text: part }: Chip): string {
  return joined(asPart(part), asPart(text))
}

/** The values of a key that the text asks for in one plain term; none when it does not, or in a way of its own. */
export function valuesOf(text: string, key: string): string[] {
  const node = termOf(text, key)?.node
  if (node?.kind !== 'term') return []
  return (
    formatNode(node)
      .slice(key.length + 1)
      .match(VALUE) ?? []
  )
}

/** The text with a key that has these values, as they are written in a query; without the key when there are none. */
export function withValues(text: string, key: string, values: readonly string[]): string {
  const term = values.length === 0 ? '' : `${key}:${values.join(',')}`
  const chip = termOf(text, key)
  if (chip === undefined) return joined(text, term)
  return joined(joined(text.slice(0, chip.at), term), text.slice(chip.at + chip.length))
}

/** The text with a part of its own more, or without it where it was there. */
export function toggledTerm(text: string, term: string): { text: string; wasOn: boolean } {
  const chip = partsOf(text).find((part) => part.text === term)
  if (chip === undefined) return { text: joined(text, term), wasOn: false }
  return { text: withoutChip(text, chip), wasOn: true }
}

const VALUE = /"(?:[^"\\]|\\.)*"|[^,]+/gu

function termOf(text: string, key: string): Chip | undefined {
  return chipsOf(text, '').find(({ node }) => node?.kind === 'term' && node.key === key && !node.isNegated)
}

type Part = Pick<Chip, 'text' | 'at' | 'length' | 'node'>

function partsOf(text: string): Part[] {
  const tokens = readTokens(text)
  const spans = spansOf(tokens)
  if (spans === null) {
    const whole = text.trim()
    return whole === '' ? [] : [{ text: whole, at: text.indexOf(whole), length: whole.length, node: null }]
  }
  const { terms, problems } = parseQuery(text)
  return spans.map(({ at, length }) => {
    const node = terms.find((term) => term.depth === 0 && term.at === at && term.length === length)?.node ?? null
    // What is missing may be missing at the very end.
    const isWrong = problems.some(
      (problem) => problem.at >= at && problem.at - (problem.length === 0 ? 1 : 0) < at + length,
    )
    return { text: text.slice(at, at + length), at, length, node: isWrong ? null : node }
  })
}

/** Where the parts of a text stand; null when a choice between alternatives goes through all of it. */
function spansOf(tokens: readonly Token[]): { at: number; length: number }[] | null {
  const spans: { at: number; length: number }[] = []
  let depth = 0
  let begin = 0
  for (const token of tokens) {
    if (depth === 0 && token.kind === 'or') return null
    if (token.kind === 'open') {
      if (depth === 0) begin = token.at
      depth += 1
    } else if (token.kind === 'close' && depth > 0) {
      depth -= 1
      if (depth === 0) spans.push({ at: begin, length: token.at + token.length - begin })
    } else if (depth === 0) spans.push({ at: token.at, length: token.length })
  }
  const last = tokens.at(-1)
  if (depth > 0 && last !== undefined) spans.push({ at: begin, length: last.at + last.length - begin })
  return spans
}

/** A choice between alternatives stands in brackets, so that it holds beside something else. */
function asPart(text: string): string {
  return spansOf(readTokens(text)) === null ? bracketed(text) : text
}

function bracketed(text: string): string {
  return `(${text.trim()})`
}

function joined(one: string, other: string): string {
  return [one.trim(), other.trim()].filter((part) => part !== '').join(' ')
}
