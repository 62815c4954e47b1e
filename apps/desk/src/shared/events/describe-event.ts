import type { EventPayload } from '@timedesk/contracts/events'
import type { Format } from '@timedesk/ui/format'

/** Looks up words by key and says whether there are any. */
export type EventWords = {
  has: (key: string) => boolean
  say: (key: string, values?: Record<string, string>) => string
}

type Change = { field: string; from: string | null; to: string | null }
type Values = Record<string, string>

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/u
const DAY = /^\d{4}-\d{2}-\d{2}$/u

/** What happened, in the reader's language, as it stands after the name of who did it. */
export function describeEvent(event: EventPayload, words: EventWords, format: Format): string {
  return words.say(event.type, valuesOf(event, words, format)).trim()
}

function valuesOf(event: EventPayload, words: EventWords, format: Format): Values {
  const changes = 'changes' in event ? { changes: wordChanges(event.changes, words, format) } : {}
  const name = 'name' in event ? { name: event.name } : {}
  switch (event.type) {
    case 'case.created':
      return { via: words.say(`via.${event.via}`) }
    case 'case.dispatched':
      return {
        to:
          event.toResponsible === null
            ? words.say('queueOf', { department: event.toDepartment })
            : words.say('personIn', { person: event.toResponsible, department: event.toDepartment }),
        rule: event.rule === 'by_hand' ? '' : words.say(`rule.${event.rule}`),
        comment: remark(event.comment),
      }
    case 'case.status_changed':
      return { from: event.from, to: event.to, reason: remark(event.reason) }
    case 'case.logged':
      return { activity: event.activity, fields: wordFields(event.fields) }
    case 'time.registered':
      return { minutes: format.minutes(event.minutes), activity: event.activityType, employee: event.employeeName }
    case 'time.removed':
      return { minutes: format.minutes(event.minutes), employee: event.employeeName }
    case 'session.ended':
      return { endReason: words.say(`ended.${event.reason}`) }
    case 'password.changed':
      return { by: words.say(`by.${event.by}`) }
    case 'import.started':
      return { file: event.fileName }
    case 'import.finished': {
      const { cases, events, refused } = event
      return {
        file: event.fileName,
        cases: format.number(cases),
        events: format.number(events),
        refused: format.number(refused),
      }
    }
    default:
      return { ...changes, ...name }
  }
}

function wordChanges(changes: readonly Change[], words: EventWords, format: Format): string {
  return changes.map((change) => wordChange(change, words, format)).join(words.say('separator'))
}

function wordChange({ field, from, to }: Change, words: EventWords, format: Format): string {
  const key = `field.${field}`
  const named = words.has(key) ? words.say(key) : field
  const before = isFilled(from) ? wordValue(from, words, format) : null
  const after = isFilled(to) ? wordValue(to, words, format) : null
  if (after === null) return words.say('changeCleared', { field: named, from: before ?? '' })
  return before === null
    ? words.say('changeSet', { field: named, to: after })
    : words.say('change', { field: named, from: before, to: after })
}

function wordValue(value: string, words: EventWords, format: Format): string {
  if (value === 'true' || value === 'false') return words.say(`value.${value}`)
  if (INSTANT.test(value)) return format.dateTime(value)
  return DAY.test(value) ? format.workDate(value) : `“${value}”`
}

function wordFields(fields: Record<string, string>): string {
  const filled = Object.entries(fields).filter(([, value]) => value !== '')
  return filled.length === 0 ? '' : ` (${filled.map(([field, value]) => `${field}: ${value}`).join(', ')})`
}

function remark(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `: “${text}”`
}

function isFilled(value: string | null): value is string {
  return value !== null && value !== ''
}
