import type { Format } from '@timedesk/ui/format'

/** Looks up words by key and says whether there are any. */
export type EventWords = {
  has: (key: string) => boolean
  say: (key: string, values?: Record<string, string>) => string
}

export type Values = Record<string, string>

type Change = { field: string; from: string | null; to: string | null }

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/u
const DAY = /^\d{4}-\d{2}-\d{2}$/u
const AMOUNT = /^(-?\d+\.\d{2}) ([A-Z]{3})$/u

/** The fields that changed, each with what it was and what it is. */
export function wordChanges(changes: readonly Change[], words: EventWords, format: Format): string {
  return changes.map((change) => wordChange(change, words, format)).join(words.say('separator'))
}

function wordChange({ field, from, to }: Change, words: EventWords, format: Format): string {
  const key = `field.${field}`
  const named = words.has(key) ? words.say(key) : field
  const before = isFilled(from) ? wordValue(field, from, words, format) : null
  const after = isFilled(to) ? wordValue(field, to, words, format) : null
  if (after === null) return words.say('changeCleared', { field: named, from: before ?? '' })
  return before === null
    ? words.say('changeSet', { field: named, to: after })
    : words.say('change', { field: named, from: before, to: after })
}

function wordValue(field: string, value: string, words: EventWords, format: Format): string {
  const named = `value.${field}.${value}`
  if (words.has(named)) return words.say(named)
  if (value === 'true' || value === 'false') return words.say(`value.${value}`)
  if (INSTANT.test(value)) return format.dateTime(value)
  if (DAY.test(value)) return format.workDate(value)
  const amount = wordAmount(value, format)
  return amount === value ? `“${value}”` : amount
}

/** An amount as history keeps it, `900.00 DKK`, in the reader's form; anything else as it is. */
export function wordAmount(text: string, format: Format): string {
  const [, amount, currency] = AMOUNT.exec(text) ?? []
  return amount === undefined || currency === undefined ? text : format.money({ amount, currency })
}

/** What somebody said about it, behind a colon; nothing when nothing was said. */
export function remark(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `: “${text}”`
}

function isFilled(value: string | null): value is string {
  return value !== null && value !== ''
}
