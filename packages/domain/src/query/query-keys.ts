import { statusCategories } from '../helpdesk/status.ts'
import { dayWords } from './moments.ts'

/**
 * What may stand behind a key. `word`: one of the words alone. `name`: the name or id of something, or one of the words.
 * `text`: any text. `moment`: a time or a stretch of it; `isAhead` says which way `2d` looks. `number`, `case` (`#12`).
 * `field`: what the custom field holds.
 */
export type KeyRule = {
  kind: 'word' | 'name' | 'text' | 'moment' | 'number' | 'case' | 'field'
  /** Words of the language, in lower case. */
  words: readonly string[]
  /** What is there can be asked of the API. */
  isListed: boolean
  isAhead?: boolean
}

const wordOf = (...words: string[]): KeyRule => ({ kind: 'word', words, isListed: false })
const nameOf = (...words: string[]): KeyRule => ({ kind: 'name', words, isListed: true })
const textOf = ({ isListed }: { isListed: boolean }): KeyRule => ({ kind: 'text', words: [], isListed })
const momentOf = (...words: string[]): KeyRule => ({
  kind: 'moment',
  words: [...dayWords, ...words],
  isListed: false,
  isAhead: false,
})
const caseNumber: KeyRule = { kind: 'case', words: [], isListed: false }

const rules = {
  is: wordOf(
    'active',
    'ended',
    'unread',
    'unassigned',
    'mine',
    'breached',
    'atrisk',
    'snoozed',
    'followed',
    'shared',
    'problem',
    'incident',
    'merged',
  ),
  status: nameOf(...statusCategories),
  responsible: nameOf('me', 'myteam', 'none'),
  department: nameOf('mine', 'myteam'),
  customer: nameOf(),
  contact: nameOf('none'),
  type: nameOf('none'),
  priority: nameOf(),
  project: nameOf('none'),
  agreement: nameOf('none'),
  follower: nameOf('me', 'none'),
  tag: textOf({ isListed: true }),
  product: textOf({ isListed: true }),
  reference: textOf({ isListed: false }),
  subject: textOf({ isListed: false }),
  words: textOf({ isListed: false }),
  via: wordOf('desk', 'extranet', 'api', 'import', 'mail', 'recurring'),
  has: wordOf('attachment', 'note', 'draft', 'time', 'checklist', 'side'),
  created: momentOf(),
  updated: momentOf(),
  due: { ...momentOf('none'), isAhead: true },
  solved: momentOf('none'),
  closed: momentOf('none'),
  number: { kind: 'number', words: [], isListed: false },
  parent: caseNumber,
  followupof: caseNumber,
  incidentof: caseNumber,
  duplicateof: caseNumber,
  relates: caseNumber,
  blocks: caseNumber,
  blockedby: caseNumber,
  mergedinto: caseNumber,
} as const satisfies Record<string, KeyRule>

/** The keys of the language, but for those of custom fields. */
export type QueryKey = keyof typeof rules

export const queryKeys = Object.keys(rules) as QueryKey[]

const FIELD_KEY = /^field\.([a-z][a-z0-9_]{0,49}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u
const fieldRule: KeyRule = { kind: 'field', words: ['none'], isListed: true }

/** The key or the id of the custom field that a key of a query asks about; null when it asks about the case itself. */
export function fieldOfKey(key: string): string | null {
  return FIELD_KEY.exec(key)?.[1] ?? null
}

export function isQueryKey(key: string): key is QueryKey {
  return Object.hasOwn(rules, key)
}

/** What may stand behind a key; null when there is none such. Whether a custom field exists the API knows. */
export function ruleOfKey(key: string): KeyRule | null {
  if (isQueryKey(key)) return rules[key]
  return fieldOfKey(key) === null ? null : fieldRule
}
