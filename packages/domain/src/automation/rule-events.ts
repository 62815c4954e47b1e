import type { RuleEvent } from '@timedesk/contracts/automation-rules'
import type { ActorKind, EventPayload } from '@timedesk/contracts/events'

type Change = { field: string; from: string | null; to: string | null }

/**
 * What an event of the log is to rules; nothing for most. A reply by the product itself is nobody's answer, and what an
 * import tells is history. A tag that is taken away and a field that has a kind of its own are not fields changed.
 */
export function ruleEventsOf(payload: EventPayload, actorKind: ActorKind): RuleEvent[] {
  if (actorKind === 'import') return []
  switch (payload.type) {
    case 'case.created':
      return ['case_created']
    case 'case.status_changed':
      return ['status_changed']
    case 'case.dispatched':
      return ['dispatched']
    case 'reply.posted':
      return replyEvents(actorKind)
    case 'case.changed':
      return [...new Set(payload.changes.flatMap(eventOfChange))]
    case 'clock.warned':
      return ['clock_warned']
    case 'clock.breached':
      return ['clock_breached']
    default:
      return []
  }
}

function replyEvents(actorKind: ActorKind): RuleEvent[] {
  if (actorKind === 'contact') return ['contact_replied']
  return actorKind === 'system' ? [] : ['staff_replied']
}

function eventOfChange({ field, from, to }: Change): RuleEvent[] {
  if (field === 'priority') return ['priority_changed']
  if (field === 'type') return ['type_changed']
  if (field !== 'tags') return ['field_changed']
  const had = new Set(tagsOf(from))
  return tagsOf(to).some((tag) => !had.has(tag)) ? ['tag_added'] : []
}

function tagsOf(shown: string | null): string[] {
  return shown === null ? [] : shown.split(', ')
}
