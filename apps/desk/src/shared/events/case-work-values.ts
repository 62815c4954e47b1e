import type { EventPayload } from '@timedesk/contracts/events'
import type { Format } from '@timedesk/ui/format'

import { remark, type EventWords, type Values } from './word-changes.ts'

/** The facts of what happens to a case beside its dialogue, as its sentences want them. */
export function caseWorkValues(event: EventPayload, words: EventWords, format: Format): Values {
  switch (event.type) {
    case 'case.gate_overridden':
      return {
        to: event.to,
        gates: listed(
          event.gates.map((gate) => words.say(`gate.${gate}`)),
          words,
        ),
      }
    case 'case.close_warned':
      return { to: event.to, movesAt: format.dateTime(event.movesAt) }
    case 'case.linked':
      return { link: words.say(`link.${event.role}`, { other: `#${String(event.number)} ${event.subject}` }) }
    case 'case.unlinked':
      return { unlink: words.say(`unlink.${event.role}`, { other: `#${String(event.number)}` }) }
    case 'case.policy_applied':
      return { applied: wordPolicy(event, words, format) }
    case 'case.deadline_set':
      return { deadline: wordDeadline(event, words, format) }
    case 'clock.warned':
    case 'clock.breached':
      return {
        share: String(event.share),
        clock: words.say(`clock.${event.clock}`),
        dueAt: event.dueAt === null ? '' : format.dateTime(event.dueAt),
        owner:
          event.ownerName === null
            ? words.say('owner.queue', { department: event.departmentName })
            : words.say('owner.person', { person: event.ownerName }),
      }
    case 'checklist.item_added':
    case 'checklist.item_changed':
    case 'checklist.item_removed':
      return { text: event.text }
    case 'checklist.item_ticked':
      return { text: event.text, ticked: words.say(event.isDone ? 'ticked.yes' : 'ticked.no') }
    case 'checklist.applied':
      return { items: format.number(event.items) }
    case 'rule.ran':
      return { rule: event.rule, actions: wordActions(event, words) }
    case 'macro.ran':
      return { macro: event.macro }
    case 'workflow.saved':
      return { number: String(event.number), comment: remark(event.comment) }
    default:
      return absenceValues(event, format)
  }
}

function absenceValues(event: EventPayload, format: Format): Values {
  switch (event.type) {
    case 'absence.recorded':
    case 'absence.changed':
      return { ...days(event, format), delegate: remark(event.delegate ?? undefined) }
    case 'absence.removed':
      return days(event, format)
    case 'absence.handed_over':
      return { cases: format.number(event.cases), delegate: event.delegate }
    default:
      return {}
  }
}

function days({ from, to }: { from: string; to: string }, format: Format): Values {
  return { from: format.workDate(from), to: format.workDate(to) }
}

type Applied = Extract<EventPayload, { type: 'case.policy_applied' }>

function wordPolicy({ policy, targets, keepsDue }: Applied, words: EventWords, format: Format): string {
  if (policy === null) return words.say('applied.none')
  const promised = Object.entries(targets).flatMap(([target, minutes]) =>
    minutes === null ? [] : [words.say(`target.${target}`, { minutes: format.minutes(minutes) })],
  )
  return words.say('applied.one', {
    policy,
    targets: promised.length === 0 ? words.say('applied.nothing') : listed(promised, words),
    kept: keepsDue ? words.say('applied.kept') : '',
  })
}

type DeadlineSet = Extract<EventPayload, { type: 'case.deadline_set' }>

function wordDeadline({ from, to }: DeadlineSet, words: EventWords, format: Format): string {
  const shown = {
    ...(from !== null && { from: format.dateTime(from) }),
    ...(to !== null && { to: format.dateTime(to) }),
  }
  if (to === null) return words.say('deadline.cleared', shown)
  return words.say(from === null ? 'deadline.set' : 'deadline.moved', shown)
}

type Ran = Extract<EventPayload, { type: 'rule.ran' }>

function wordActions({ actions, refusal }: Ran, words: EventWords): string {
  if (refusal !== null) return words.say('ran.refused', { refusal })
  if (actions.length === 0) return words.say('ran.nothing')
  const said = actions.map(({ action, value }) => {
    const key = `action.${action}`
    return words.say('action.set', { action: words.has(key) ? words.say(key) : action, value }).trim()
  })
  return listed(said, words)
}

function listed(parts: readonly string[], words: EventWords): string {
  return parts.join(words.say('separator'))
}
