/** What a list is asked for: all of it has to hold. Nothing in it holds for every case. */
export type Query = { all: QueryNode[] }

export type QueryNode = QueryTerm | QueryWords | QueryGroup

/** `key:value,value`: one of the values holds. */
export type QueryTerm = {
  kind: 'term'
  /** As in `query-keys.ts`, or `field.` and the key or id of a custom field. */
  key: string
  isNegated: boolean
  values: QueryValue[]
}

/** A value as it was typed, without its quotes: a word of the language, a name, an id, a number or a time. */
export type QueryValue =
  | { kind: 'is'; text: string }
  | { kind: 'below'; text: string }
  | { kind: 'above'; text: string }
  /** With both ends; an empty one is open. */
  | { kind: 'range'; from: string; to: string }

/** A word, or several in their order, that the case has to hold somewhere. */
export type QueryWords = {
  kind: 'words'
  text: string
  /** It stood in quotes: its words as they are, one after the other. */
  isPhrase: boolean
  isNegated: boolean
}

/** `(a or b c)`: one of the branches holds. */
export type QueryGroup = {
  kind: 'group'
  isNegated: boolean
  any: Query[]
}

/** A stretch of the text: where it begins, from 0, and its length in UTF-16 units. */
export type QueryRange = { at: number; length: number }

/** A part of a query that is no group, with where it stands in the text. */
export type PlacedTerm = QueryRange & {
  node: QueryTerm | QueryWords
  /** How many groups it stands in. */
  depth: number
  /** Where each value of a term stands, in their order. */
  values: QueryRange[]
}

export type QueryProblemCode =
  | 'key_unknown'
  | 'value_missing'
  | 'value_unknown'
  | 'value_vague'
  | 'moment_refused'
  | 'number_refused'
  | 'range_refused'
  | 'quote_open'
  | 'group_open'
  | 'group_closed'
  | 'group_empty'
  | 'words_missing'
  | 'query_too_long'

/** What is wrong with a text, where, and what could stand there instead, the likeliest first. What is missing has no length. */
export type QueryProblem = QueryRange & {
  code: QueryProblemCode
  expected: string[]
}
