import { RuleEvent, type AutomationRule, type RuleDraft, type TimeAnchor } from '@timedesk/contracts/automation-rules'
import type { Condition } from '@timedesk/contracts/conditions'
import type { z } from 'zod'

import { draftsOfActions, isFilledIn, wireActions, type ActionDraft } from '../../shared/actions/action-draft.ts'

/** In which unit a time is written, with its minutes; the largest first. */
export const UNITS = ['days', 'hours', 'minutes'] as const
export type Unit = (typeof UNITS)[number]
export const UNIT_MINUTES: Record<Unit, number> = { days: 24 * 60, hours: 60, minutes: 1 }

/** What a rule waits for, as it is written; both kinds are kept, so that a change of mind loses nothing. */
export type TriggerDraft = {
  kind: 'event' | 'time'
  events: readonly RuleEvent[]
  since: TimeAnchor
  amount: number
  unit: Unit
  isBefore: boolean
}

/** A rule as it is written in the form; named as the fields of the request. */
export type RuleForm = {
  name: string
  trigger: TriggerDraft
  conditions: readonly Condition[]
  actions: readonly ActionDraft[]
  stopsAfter: boolean
  isActive: boolean
}

const noTrigger = { events: [], since: 'last_staff_reply', amount: 1, unit: 'days', isBefore: false } as const

export function emptyRule(kind: 'event' | 'time'): RuleForm {
  return {
    ...{ name: '', conditions: [], actions: [], stopsAfter: false, isActive: true },
    trigger: { kind, ...noTrigger },
  }
}

export function draftOfRule(rule: AutomationRule): RuleForm {
  const { name, trigger, conditions, actions, names, stopsAfter, isActive } = rule
  return {
    ...{ name, conditions, stopsAfter, isActive },
    trigger: draftOfTrigger(trigger),
    actions: draftsOfActions(actions, names),
  }
}

function draftOfTrigger(trigger: AutomationRule['trigger']): TriggerDraft {
  if (trigger.kind === 'event') return { ...noTrigger, kind: 'event', events: trigger.events }
  const { since, minutes, isBefore } = trigger
  return { ...noTrigger, kind: 'time', since, isBefore, ...inLargestUnit(minutes) }
}

/** A time in the largest unit that tells it in whole. */
export function inLargestUnit(minutes: number): { amount: number; unit: Unit } {
  const unit = UNITS.find((one) => minutes > 0 && minutes % UNIT_MINUTES[one] === 0) ?? 'minutes'
  return { amount: minutes / UNIT_MINUTES[unit], unit }
}

/** The rule as the API takes it. */
export function wireRule({ trigger, conditions, actions }: RuleForm): z.input<typeof RuleDraft> {
  return {
    trigger: wireTrigger(trigger),
    conditions: conditions.map((condition) => ({ ...condition })),
    actions: wireActions(actions),
  }
}

function wireTrigger({
  kind,
  events,
  since,
  amount,
  unit,
  isBefore,
}: TriggerDraft): z.input<typeof RuleDraft>['trigger'] {
  if (kind === 'event') return { kind, events: RuleEvent.options.filter((event) => events.includes(event)) }
  return { kind, since, minutes: amount * UNIT_MINUTES[unit], isBefore: isBefore && since === 'due' }
}

/** Whether there is something to wait for and something to do, so that a dry run makes sense. */
export function isComplete({ trigger, actions }: RuleForm): boolean {
  return actions.length > 0 && actions.every(isFilledIn) && (trigger.kind === 'time' || trigger.events.length > 0)
}
