import { formatValue } from './format-query.ts'
import { queryKeys, ruleOfKey, type KeyRule } from './query-keys.ts'
import { readTokens, type Token, type ValueToken } from './read-tokens.ts'

const FIELD_PREFIX = 'field.'
const distances = ['1h', '1d', '2d', '1w', '2w', '1mo']

/** What can be typed where the caret stands. An option takes the place of `length` characters from `at`. */
export type Completion = {
  at: number
  length: number
  /** The key whose values are offered, `field` for keys of custom fields; null when keys themselves are. */
  key: string | null
  /** What was typed of it so far. */
  term: string
  options: string[]
  /** The API knows more of them, by key and term. */
  asksValues: boolean
}

/** What the language offers at the caret, from 0 to the length of the text; null within quotes and brackets. */
export function completeQuery(text: string, caret: number): Completion | null {
  const token = readTokens(text).findLast(({ at, length }) => at <= caret && caret <= at + length)
  if (token === undefined) return completeKey(text, { at: caret, length: 0 }, caret)
  switch (token.kind) {
    case 'term':
      return completeTerm(text, token, caret)
    case 'words':
      return token.value.isQuoted || caret < token.value.at
        ? null
        : completeKey(text, { at: token.value.at, length: token.value.length }, caret)
    case 'or':
      return completeKey(text, token, caret)
    default:
      return caret === token.at + token.length ? completeKey(text, { at: caret, length: 0 }, caret) : null
  }
}

function completeKey(text: string, { at, length }: { at: number; length: number }, caret: number): Completion {
  const term = text.slice(at, caret).toLowerCase()
  if (term.startsWith(FIELD_PREFIX))
    return { at, length, key: 'field', term: term.slice(FIELD_PREFIX.length), options: [], asksValues: true }
  const options = [...queryKeys, 'field'].filter((key) => key.startsWith(term)).map(keyText)
  return { at, length, key: null, term, options, asksValues: false }
}

function keyText(key: string): string {
  return key === 'field' ? FIELD_PREFIX : `${key}:`
}

function completeTerm(text: string, token: Extract<Token, { kind: 'term' }>, caret: number): Completion | null {
  const { key, keyAt, values } = token
  if (caret < keyAt) return null
  if (caret <= keyAt + key.length) return completeKey(text, { at: keyAt, length: key.length + 1 }, caret)
  const rule = ruleOfKey(key)
  const value = values.find(({ at, length }) => at <= caret && caret <= at + length)
  if (rule === null || value === undefined) return null
  const term = typedOf(text, value, caret)
  const options = optionsOf(rule, term)
  return { at: value.at, length: value.length, key, term, options, asksValues: rule.isListed }
}

function typedOf(text: string, { at, isQuoted }: ValueToken, caret: number): string {
  const typed = text.slice(at, caret)
  return isQuoted ? typed.slice(1).replace(/"$/u, '') : typed
}

function optionsOf(rule: KeyRule, typed: string): string[] {
  const term = typed.toLowerCase()
  const signs = ['<', '>']
  const sign = rule.kind === 'moment' ? signs.find((one) => term.startsWith(one)) : undefined
  const near = rule.kind === 'moment' ? signs.flatMap((one) => distances.map((distance) => `${one}${distance}`)) : []
  const all = sign === undefined ? [...rule.words, ...near] : near
  return all.filter((option) => option.startsWith(term)).map(formatOption)
}

/** Signs of the language stay as they are. */
function formatOption(option: string): string {
  return /^[<>]/u.test(option) ? option : formatValue(option)
}
