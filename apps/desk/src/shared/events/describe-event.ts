import type { EventPayload } from '@timedesk/contracts/events'
import type { Format } from '@timedesk/ui/format'

import { caseWorkValues } from './case-work-values.ts'
import { invoicingValues } from './invoicing-values.ts'
import { settlementValues } from './settlement-values.ts'
import { workspaceValues } from './workspace-values.ts'
import { remark, wordChanges, type EventWords, type Values } from './word-changes.ts'

/** What happened, in the reader's language, as it stands after the name of who did it. */
export function describeEvent(event: EventPayload, words: EventWords, format: Format): string {
  return words.say(event.type, valuesOf(event, words, format)).trim()
}

function valuesOf(event: EventPayload, words: EventWords, format: Format): Values {
  switch (event.type) {
    case 'case.created':
      return { via: words.say(`via.${event.via}`) }
    case 'case.dispatched':
      return {
        to:
          event.toResponsible === null
            ? words.say('queueOf', { department: event.toDepartment })
            : words.say('personIn', { person: event.toResponsible, department: event.toDepartment }),
        rule: event.rule === 'by_hand' ? '' : words.say(`rule.${event.rule}`, standing(event)),
        comment: remark(event.comment),
      }
    case 'case.status_changed':
      return {
        from: event.from,
        to: event.to,
        reason: `${event.cause === undefined ? '' : words.say(`cause.${event.cause}`)}${remark(event.reason)}`,
      }
    case 'case.logged':
      return { activity: event.activity, fields: wordFields(event.fields) }
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
      return {
        ...commonValues(event, words, format),
        ...timeValues(event, words, format),
        ...settlementValues(event, words, format),
        ...invoicingValues(event, words, format),
        ...caseWorkValues(event, words, format),
        ...workspaceValues(event, words, format),
      }
  }
}

type Dispatched = Extract<EventPayload, { type: 'case.dispatched' }>

/** What a rule of dispatch is named by. */
function standing({ ruleName, insteadOf }: Dispatched): Values {
  return { ...(ruleName !== undefined && { ruleName }), ...(insteadOf !== undefined && { insteadOf }) }
}

/** What many kinds of events have: a name, changes, and why. */
function commonValues(event: EventPayload, words: EventWords, format: Format): Values {
  return {
    ...('name' in event && { name: event.name }),
    ...('changes' in event && { changes: wordChanges(event.changes, words, format) }),
    ...('reason' in event && { reason: remark(event.reason) }),
  }
}

function timeValues(event: EventPayload, words: EventWords, format: Format): Values {
  switch (event.type) {
    case 'time.registered':
      return { minutes: format.minutes(event.minutes), activity: event.activityType, employee: event.employeeName }
    case 'time.removed':
      return { minutes: format.minutes(event.minutes), employee: event.employeeName }
    case 'time.corrected':
      return {
        employee: event.employeeName,
        fromMinutes: format.minutes(event.fromMinutes),
        toMinutes: format.minutes(event.toMinutes),
      }
    case 'time.correction_decided':
      return { verdict: words.say(`correction.${event.verdict}`) }
    case 'overage.decided':
      return { verdict: words.say(`overage.${event.verdict}`), minutes: format.minutes(event.minutes) }
    case 'week.moved':
      return {
        to: words.say(`week.${event.to}`),
        monday: format.workDate(event.monday),
        employee: event.employeeName,
        minutes: format.minutes(event.minutes),
      }
    default:
      return {}
  }
}

function wordFields(fields: Record<string, string>): string {
  const filled = Object.entries(fields).filter(([, value]) => value !== '')
  return filled.length === 0 ? '' : ` (${filled.map(([field, value]) => `${field}: ${value}`).join(', ')})`
}
