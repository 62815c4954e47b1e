import type { QueryRange } from './query.ts'

/** A value as it stands in the text: `text` is without quotes. */
export type ValueToken = QueryRange & {
  text: string
  isQuoted: boolean
  /** Its quotes were never closed. */
  isUnclosed: boolean
}

/** What a text of the language falls into, before anybody asks whether it means something. */
export type Token = QueryRange &
  (
    | { kind: 'open'; isNegated: boolean }
    | { kind: 'close' }
    | { kind: 'or' }
    | { kind: 'words'; isNegated: boolean; value: ValueToken }
    | { kind: 'term'; isNegated: boolean; key: string; keyAt: number; values: ValueToken[] }
  )

const KEY = /([a-z][a-z0-9_]*(?:\.[a-z0-9_-]+)?):(?!\/\/)/iuy
const SPACE = /\s*/uy
const BARE = /[^\s()"]*/uy
const BARE_VALUE = /[^\s()",]*/uy

/** Splits a text; there is no text that cannot be split. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  let at = lengthAt(SPACE, text, 0)
  while (at < text.length) {
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.at + token.length
    at += lengthAt(SPACE, text, at)
  }
  return tokens
}

function tokenAt(text: string, at: number): Token {
  if (text.startsWith('(', at)) return { kind: 'open', isNegated: false, at, length: 1 }
  if (text.startsWith(')', at)) return { kind: 'close', at, length: 1 }
  const isNegated = text.startsWith('-', at) && at + 1 < text.length && !/[\s)]/u.test(text.charAt(at + 1))
  const start = isNegated ? at + 1 : at
  if (isNegated && text.startsWith('(', start)) return { kind: 'open', isNegated, at, length: 2 }
  KEY.lastIndex = start
  const key = KEY.exec(text)
  if (key !== null) return termAt(text, { at, isNegated, keyAt: start, key: key[1] ?? '' })
  const value = valueAt(text, start, BARE)
  const length = value.at + value.length - at
  const isOr = !isNegated && !value.isQuoted && value.text.toLowerCase() === 'or'
  return isOr ? { kind: 'or', at, length } : { kind: 'words', isNegated, value, at, length }
}

function termAt(
  text: string,
  { at, isNegated, keyAt, key }: { at: number; isNegated: boolean; keyAt: number; key: string },
): Token {
  const values: ValueToken[] = []
  let end = keyAt + key.length
  do {
    const value = valueAt(text, end + 1, BARE_VALUE)
    values.push(value)
    end = value.at + value.length
  } while (text.startsWith(',', end))
  return { kind: 'term', isNegated, key: key.toLowerCase(), keyAt, values, at, length: end - at }
}

function valueAt(text: string, at: number, bare: RegExp): ValueToken {
  if (text.startsWith('"', at)) return quotedAt(text, at)
  const length = lengthAt(bare, text, at)
  return { at, length, text: text.slice(at, at + length), isQuoted: false, isUnclosed: false }
}

/** In quotes a backslash stands before a quote or a backslash that is meant. */
function quotedAt(text: string, at: number): ValueToken {
  let value = ''
  let end = at + 1
  while (end < text.length && text[end] !== '"') {
    const isEscaped = text[end] === '\\' && (text[end + 1] === '"' || text[end + 1] === '\\')
    if (isEscaped) end += 1
    value += text.charAt(end)
    end += 1
  }
  const isUnclosed = end >= text.length
  return { at, length: (isUnclosed ? text.length : end + 1) - at, text: value, isQuoted: true, isUnclosed }
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
