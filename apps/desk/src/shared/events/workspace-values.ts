import type { EventPayload } from '@timedesk/contracts/events'
import type { Format } from '@timedesk/ui/format'

import { remark, type EventWords, type Values } from './word-changes.ts'

/** The facts of what people do around the dialogue, as its sentences want them. */
export function workspaceValues(event: EventPayload, words: EventWords, format: Format): Values {
  switch (event.type) {
    case 'case.snoozed':
      return { until: format.dateTime(event.until) }
    case 'case.snooze_ended':
      return { how: words.say(`snooze.${event.cause}`, { employee: event.employeeName }) }
    case 'case.followed':
      return { how: words.say(`follow.${event.cause}`, { employee: event.employeeName }) }
    case 'case.participant_added':
    case 'case.participant_removed':
      return { contact: event.contactName }
    case 'case.asked':
      return { asked: words.say(`asked.${event.kind}`, { employee: event.employeeName }), remark: remark(event.words) }
    case 'message.not_sent': {
      const { kind, employeeName: employee, sendAt } = event
      return { held: words.say(`notSent.${kind}`, { employee, time: format.dateTime(sendAt) }) }
    }
    case 'bulk.applied':
    case 'bulk.undone':
      return { cases: format.number(event.cases) }
    case 'view.created':
    case 'view.changed':
    case 'view.removed':
      return { scope: words.say(`scope.${event.scope}`) }
    default:
      return { ...familyValues(event, format), ...sideValues(event, words) }
  }
}

function familyValues(event: EventPayload, format: Format): Values {
  switch (event.type) {
    case 'case.merged':
    case 'case.unmerged':
    case 'case.released':
      return { number: String(event.number), subject: event.subject }
    case 'case.absorbed':
      return {
        number: String(event.number),
        subject: event.subject,
        messages: format.number(event.messages),
        minutes: format.minutes(event.minutes),
      }
    case 'case.split':
    case 'case.split_off':
      return {
        number: String(event.number),
        subject: event.subject,
        messages: format.number(event.messages),
        entries: format.number(event.entries),
      }
    default:
      return {}
  }
}

function sideValues(event: EventPayload, words: EventWords): Values {
  switch (event.type) {
    case 'side.started':
      return { subject: event.subject, to: event.to.join(words.say('separator')) }
    case 'side.sent':
      return { subject: event.subject, files: filesOf(event, words) }
    case 'side.received':
      return {
        subject: event.subject,
        from: event.fromName === '' ? event.fromAddress : event.fromName,
        files: filesOf(event, words),
      }
    case 'side.closed':
    case 'side.reopened':
      return { subject: event.subject }
    default:
      return {}
  }
}

function filesOf({ attachments }: { attachments: number }, words: EventWords): string {
  return attachments === 0 ? '' : words.say('side.files', { count: String(attachments) })
}
