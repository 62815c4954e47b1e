import { QUERY_DEPTH_MAX, QUERY_TERMS_MAX } from '@timedesk/contracts/limits'
import { nearestFirst } from './nearest-first.ts'
import { queryKeys, ruleOfKey } from './query-keys.ts'
import type { PlacedTerm, Query, QueryNode, QueryProblem, QueryRange, QueryTerm, QueryValue } from './query.ts'
import { readTokens, type Token } from './read-tokens.ts'
import { isProblem, readValue, type ValueProblem } from './read-value.ts'

export type ParsedQuery = {
  /** What could be read; with problems it asks for less than the text does. */
  query: Query
  /** Its terms and words in the order of the text. */
  terms: PlacedTerm[]
  /** In the order of the text; none: all of it was read. */
  problems: QueryProblem[]
}

type Reading = {
  tokens: readonly Token[]
  /** The token that comes next. */
  next: number
  terms: PlacedTerm[]
  problems: QueryProblem[]
}

const openQuote: ValueProblem = { code: 'quote_open', expected: ['"'] }

type TermToken = Extract<Token, { kind: 'term' }>
type WordsToken = Extract<Token, { kind: 'words' }>

/** Reads a text of the query language. There is no text that it cannot answer for. */
export function parseQuery(text: string): ParsedQuery {
  const reading: Reading = { tokens: readTokens(text), next: 0, terms: [], problems: [] }
  const { branches } = readBranches(reading, 0)
  const { terms, problems } = reading
  return {
    query: { all: toNodes(branches, false) },
    terms,
    problems: problems.toSorted((one, other) => one.at - other.at),
  }
}

/** Up to the end of the text or of the group, whose closing bracket is taken. `or` needs something on either side. */
function readBranches(reading: Reading, depth: number): { branches: Query[]; isClosed: boolean } {
  const branches: Query[] = [{ all: [] }]
  let lastOr: Token | null = null
  let isBegun = false
  for (;;) {
    const token = reading.tokens[reading.next]
    reading.next += 1
    const isEnd = token === undefined || (token.kind === 'close' && depth > 0)
    const or = token?.kind === 'or' ? token : lastOr
    if ((isEnd || token.kind === 'or') && !isBegun && or !== null) reportOnce(reading, or, 'words_missing')
    if (isEnd) return { branches: branches.filter(({ all }) => all.length > 0), isClosed: token !== undefined }
    isBegun = token.kind !== 'or'
    if (token.kind === 'close') report(reading, token, 'group_closed')
    else if (token.kind !== 'or') branches.at(-1)?.all.push(...readNodes(reading, token, depth))
    else {
      branches.push({ all: [] })
      lastOr = token
    }
  }
}

function readNodes(reading: Reading, token: Exclude<Token, { kind: 'close' | 'or' }>, depth: number): QueryNode[] {
  switch (token.kind) {
    case 'open':
      return readGroup(reading, token, depth)
    case 'words':
      return readWords(reading, token, depth)
    case 'term':
      return readTerm(reading, token, depth)
  }
}

function readGroup(reading: Reading, token: Extract<Token, { kind: 'open' }>, depth: number): QueryNode[] {
  if (depth >= QUERY_DEPTH_MAX) {
    report(reading, token, 'query_too_long')
    reading.next = reading.tokens.length
    return []
  }
  const before = reading.problems.length
  const { branches, isClosed } = readBranches(reading, depth + 1)
  if (!isClosed) report(reading, token, 'group_open', [')'])
  else if (branches.length === 0 && reading.problems.length === before) report(reading, token, 'group_empty')
  return toNodes(branches, token.isNegated)
}

/** A group of one branch is none: it stands for its parts. */
function toNodes(any: Query[], isNegated: boolean): QueryNode[] {
  const [only, ...others] = any
  if (only === undefined) return []
  const [first, ...rest] = only.all
  if (others.length > 0 || first === undefined) return [{ kind: 'group', isNegated, any }]
  if (!isNegated) return only.all
  return rest.length > 0 ? [{ kind: 'group', isNegated, any }] : [negate(first)]
}

function negate(node: QueryNode): QueryNode {
  node.isNegated = !node.isNegated
  return node
}

function readWords(reading: Reading, { isNegated, value, ...range }: WordsToken, depth: number): QueryNode[] {
  if (value.isUnclosed) return report(reading, value, 'quote_open', ['"'])
  if (value.text.trim() === '') return report(reading, value, 'words_missing')
  const node: QueryNode = { kind: 'words', text: value.text, isPhrase: value.isQuoted, isNegated }
  return place(reading, { ...rangeOf(range), node, depth, values: [rangeOf(value)] })
}

function readTerm(reading: Reading, token: TermToken, depth: number): QueryNode[] {
  const { key, isNegated } = token
  const rule = ruleOfKey(key)
  if (rule === null)
    return report(reading, { at: token.keyAt, length: key.length }, 'key_unknown', nearestFirst(key, queryKeys))
  const read: { value: QueryValue; range: QueryRange }[] = []
  for (const value of token.values) {
    const meant = value.isUnclosed ? openQuote : readValue(value, rule)
    if (isProblem(meant)) report(reading, rangeOf(value), meant.code, nearestFirst(value.text, meant.expected))
    else read.push({ value: meant, range: rangeOf(value) })
  }
  if (read.length === 0) return []
  const node: QueryTerm = { kind: 'term', key, isNegated, values: read.map(({ value }) => value) }
  return place(reading, { ...rangeOf(token), node, depth, values: read.map(({ range }) => range) })
}

function place(reading: Reading, term: PlacedTerm): QueryNode[] {
  if (reading.terms.length >= QUERY_TERMS_MAX) return report(reading, term, 'query_too_long')
  reading.terms.push(term)
  return [term.node]
}

function rangeOf({ at, length }: QueryRange): QueryRange {
  return { at, length }
}

/** An `or` by itself lacks something on either side, which is one thing to say. */
function reportOnce(reading: Reading, range: QueryRange, code: QueryProblem['code']): void {
  if (!reading.problems.some((known) => known.code === code && known.at === range.at)) report(reading, range, code)
}

/** Notes a problem; nothing comes of what stands there. */
function report(
  { problems }: Reading,
  { at, length }: QueryRange,
  code: QueryProblem['code'],
  expected: string[] = [],
): [] {
  problems.push({ at, length, code, expected })
  return []
}
