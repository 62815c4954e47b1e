import type { KeyRule } from './query-keys.ts'
import { isMoment } from './moments.ts'
import type { QueryProblem, QueryValue } from './query.ts'
import type { ValueToken } from './read-tokens.ts'

const NUMBER = /^#?(\d{1,9})$/u
const BETWEEN = '..'
const momentsExpected = ['<2d', '>1w', '2026-03-02', '2026-03-01..2026-03-31']

/** What is wrong with a value; where it stands is added by who reads it. */
export type ValueProblem = Pick<QueryProblem, 'code' | 'expected'>

/** What a value means behind a key of that kind. Words of the language and numbers come out in one way of writing. */
export function readValue(token: ValueToken, rule: KeyRule): QueryValue | ValueProblem {
  if (token.text.trim() === '') return { code: 'value_missing', expected: [...rule.words] }
  switch (rule.kind) {
    case 'word':
      return readWord(token.text, rule) ?? { code: 'value_unknown', expected: [...rule.words] }
    case 'name':
      return readWord(token.text, rule) ?? { kind: 'is', text: token.text }
    case 'text':
      return { kind: 'is', text: token.text }
    case 'case':
      return readCase(token.text)
    case 'number':
      return checked(split(token), isNumber, { code: 'number_refused', expected: ['1042', '1000..2000'] })
    case 'moment':
      return readMoment(token, rule)
    case 'field':
      return readWord(token.text, rule) ?? withSides(token.isQuoted ? { kind: 'is', text: token.text } : split(token))
  }
}

export function isProblem(value: QueryValue | ValueProblem): value is ValueProblem {
  return 'code' in value
}

function readWord(text: string, { words }: KeyRule): QueryValue | null {
  const word = words.find((one) => one === text.toLowerCase())
  return word === undefined ? null : { kind: 'is', text: word }
}

function readCase(text: string): QueryValue | ValueProblem {
  const [, digits] = NUMBER.exec(text) ?? []
  return digits === undefined
    ? { code: 'number_refused', expected: ['#1042'] }
    : { kind: 'is', text: `#${String(Number(digits))}` }
}

/** By its sign or by the dots between two values. */
function split({ text }: ValueToken): QueryValue {
  if (text.startsWith('<')) return { kind: 'below', text: text.slice(1) }
  if (text.startsWith('>')) return { kind: 'above', text: text.slice(1) }
  const at = text.indexOf(BETWEEN)
  return at === -1
    ? { kind: 'is', text }
    : { kind: 'range', from: text.slice(0, at), to: text.slice(at + BETWEEN.length) }
}

function readMoment(token: ValueToken, rule: KeyRule): QueryValue | ValueProblem {
  const lower = { ...token, text: token.text.toLowerCase() }
  const word = rule.words.includes('none') && lower.text === 'none'
  if (word) return { kind: 'is', text: 'none' }
  return checked(split(lower), isMoment, { code: 'moment_refused', expected: [...rule.words, ...momentsExpected] })
}

function isNumber(text: string): boolean {
  return NUMBER.test(text)
}

/** Every side is what it has to be, and the lower one comes first where that can be told from the text. */
function checked(
  value: QueryValue,
  isGood: (text: string) => boolean,
  problem: ValueProblem,
): QueryValue | ValueProblem {
  if (value.kind !== 'range') return isGood(value.text) ? withoutMark(value) : problem
  const sides = [value.from, value.to].filter((side) => side !== '')
  if (!sides.every(isGood)) return problem
  return withSides(withoutMark(value))
}

function withSides(value: QueryValue): QueryValue | ValueProblem {
  if (value.kind !== 'range') return value.text === '' ? { code: 'value_missing', expected: [] } : value
  const { from, to } = value
  if (from === '' && to === '') return { code: 'range_refused', expected: ['1..2', '..2', '1..'] }
  return isTurned(from, to) ? { code: 'range_refused', expected: [`${to}..${from}`] } : value
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u

function isTurned(from: string, to: string): boolean {
  if (DAY.test(from) && DAY.test(to)) return from > to
  return NUMBER.test(from) && NUMBER.test(to) && Number(from) > Number(to)
}

/** Numbers of cases without their mark and leading zeros. */
function withoutMark(value: QueryValue): QueryValue {
  const plain = (text: string) => {
    const [, digits] = NUMBER.exec(text) ?? []
    return digits === undefined ? text : String(Number(digits))
  }
  return value.kind === 'range'
    ? { kind: 'range', from: plain(value.from), to: plain(value.to) }
    : { kind: value.kind, text: plain(value.text) }
}
