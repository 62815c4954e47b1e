import type { RuleEvent, RuleTrigger } from '@timedesk/contracts/automation-rules'
import type { Condition } from '@timedesk/contracts/conditions'
import type { ActorKind, EventPayload } from '@timedesk/contracts/events'
import { clockMomentOf, foldText, type CaseFacts } from '../conditions/facts.ts'
import { matchConditions } from '../conditions/match-conditions.ts'
import type { Zone } from '../time/zone.ts'
import { momentsAfter, type ClockSpan } from './moments.ts'
import { hasCome, occurrenceKey, occurrenceOf, type TimeTrigger } from './occurrence.ts'
import { ruleEventsOf } from './rule-events.ts'
import { undoEvent, type NamesOfLog } from './undo-event.ts'

/** One event of a case's log; `words`: what was said with it. */
export type LoggedEvent = {
  at: Date
  actorKind: ActorKind
  payload: EventPayload
  words: string | null
}

/** A case as it is today, with its whole log from creation on, in order. */
export type LoggedCase = {
  id: string
  facts: CaseFacts
  subject: string
  events: readonly LoggedEvent[]
  clocks: readonly ClockSpan[]
}

/** When a rule would have fitted a case, and what was true of it then. */
export type Hit = { caseId: string; at: Date; event: RuleEvent | null; facts: CaseFacts }

export type Window = { from: Date; to: Date; zone: Zone; names: NamesOfLog }

type Draft = { trigger: RuleTrigger; conditions: readonly Condition[] }
/** The log of a case with what was true after each event. */
type Step = LoggedEvent & { after: CaseFacts }

/**
 * When a rule would have fitted a case within a window, as its log tells: asked at each event with the case as it was
 * right after it, and at each time that came. What the rule would have done is not replayed, and custom fields are
 * taken as they are today.
 */
export function replayRule({ trigger, conditions }: Draft, logged: LoggedCase, window: Window): Hit[] {
  const steps = stepsOf(logged, window.names)
  return trigger.kind === 'event'
    ? eventHits(trigger.events, conditions, logged, steps, window)
    : timeHits(trigger, conditions, logged, steps, window)
}

function stepsOf({ facts, events }: LoggedCase, names: NamesOfLog): Step[] {
  let after = facts
  return events
    .toReversed()
    .map((event) => {
      const step = { ...event, after }
      after = undoEvent(after, event.payload, names)
      return step
    })
    .toReversed()
}

function eventHits(
  wanted: readonly RuleEvent[],
  conditions: readonly Condition[],
  { id, subject }: LoggedCase,
  steps: readonly Step[],
  { from, to, zone }: Window,
): Hit[] {
  return steps.flatMap(({ at, actorKind, payload, words, after }) => {
    if (at < from || at > to) return []
    const event = ruleEventsOf(payload, actorKind).find((candidate) => wanted.includes(candidate))
    if (event === undefined) return []
    const heard = words === null ? {} : { foldedWords: foldText(`${subject}\n${words}`) }
    const facts = { ...after, ...heard, clock: clockMomentOf(at, zone) }
    return matchConditions(conditions, facts).matches ? [{ caseId: id, at, event, facts }] : []
  })
}

/** Between two events nothing changes but the clock; each occurrence fits once. */
function timeHits(
  trigger: TimeTrigger,
  conditions: readonly Condition[],
  { id, clocks }: LoggedCase,
  steps: readonly Step[],
  { from, to, zone }: Window,
): Hit[] {
  const fitted = new Set<string>()
  return momentsAfter(steps, clocks).flatMap((moments, place) => {
    const step = steps[place]
    const occurrence = occurrenceOf(trigger, moments)
    if (step === undefined || occurrence === null || fitted.has(occurrenceKey(trigger, occurrence))) return []
    if (!hasCome(occurrence, { activeSince: from, now: to })) return []
    const at = occurrence.at > step.at ? occurrence.at : step.at
    const next = steps[place + 1]?.at
    if (at < from || at > to || (next !== undefined && at >= next)) return []
    const facts = { ...step.after, clock: clockMomentOf(at, zone) }
    if (!matchConditions(conditions, facts).matches) return []
    fitted.add(occurrenceKey(trigger, occurrence))
    return [{ caseId: id, at, event: null, facts }]
  })
}
