import { z } from 'zod'
import { CaseChange } from './case-changes.ts'
import { ConditionNames, Conditions } from './conditions.ts'
import {
  AUTOMATION_RULES_MAX,
  NOTIFIED_MAX,
  RULE_ACTIONS_MAX,
  RULE_WAIT_MINUTES_MAX,
  TEXT_LENGTH_MAX,
} from './limits.ts'
import { Id, Instant, Name, idParams, text } from './primitives.ts'
import { defineRoute } from './route.ts'

/** What a rule may wait for on a case. */
export const RuleEvent = z
  .enum([
    'case_created',
    'status_changed',
    'dispatched',
    'contact_replied',
    'staff_replied',
    'priority_changed',
    'type_changed',
    'field_changed',
    'tag_added',
    'clock_warned',
    'clock_breached',
  ])
  .meta({ id: 'RuleEvent', examples: ['contact_replied'] })
export type RuleEvent = z.infer<typeof RuleEvent>

/**
 * Where a time rule counts from: the creation; since when the status is what it is; the last word of the contact that
 * staff has not answered; the last word of staff that the contact has not answered; the deadline of the clock that is
 * due first.
 */
export const TimeAnchor = z
  .enum(['created', 'status', 'last_contact_reply', 'last_staff_reply', 'due'])
  .meta({ id: 'TimeAnchor', examples: ['last_staff_reply'] })
export type TimeAnchor = z.infer<typeof TimeAnchor>

export const RuleTrigger = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('event'),
      events: z.array(RuleEvent).min(1).max(RuleEvent.options.length).meta({ description: 'Any of them.' }),
    }),
    z.strictObject({
      kind: z.literal('time'),
      since: TimeAnchor,
      minutes: z
        .int()
        .min(0)
        .max(RULE_WAIT_MINUTES_MAX)
        .meta({ description: 'That have to pass, by the wall clock, nights and weekends included.', examples: [1440] }),
      isBefore: z
        .boolean()
        .default(false)
        .meta({ description: 'Before it is due; for `due` alone.', examples: [false] }),
    }),
  ])
  .meta({
    id: 'RuleTrigger',
    description:
      'A time rule is asked once the time has passed, and again whenever something happens on the case as long as the occurrence stands. It fits once for each occurrence, never on closed or cancelled cases, and never for a time that had passed before the rule was switched on.',
    examples: [{ kind: 'event', events: ['contact_replied'] }],
  })
export type RuleTrigger = z.infer<typeof RuleTrigger>

const people = z.array(Id).max(NOTIFIED_MAX).default([])

/** What a rule does: a change of the case, something said, or somebody told. */
export const RuleAction = z
  .discriminatedUnion('kind', [
    ...CaseChange.options,
    z.strictObject({
      kind: z.literal('note'),
      body: text(TEXT_LENGTH_MAX)
        .refine((body) => body.trim() !== '', 'Write something.')
        .meta({ description: 'An internal note; variables as in canned texts.', examples: ['Call {{contact.name}}.'] }),
    }),
    z.strictObject({
      kind: z.literal('reply'),
      cannedTextId: Id.meta({
        description:
          'A canned text of everyone’s, sent in the language of the contact. It is never a first response (R76).',
      }),
    }),
    z.strictObject({
      kind: z.literal('notify'),
      responsible: z.boolean().default(false),
      leads: z.boolean().default(false).meta({
        description:
          'The leads of the case’s department, else of the one above it; the managers where nobody leads any.',
      }),
      departmentIds: people,
      employeeIds: people,
    }),
  ])
  .meta({
    id: 'RuleAction',
    examples: [{ kind: 'tags', add: ['waiting'], remove: [] }],
  })
export type RuleAction = z.infer<typeof RuleAction>

const RuleActions = z.array(RuleAction).min(1).max(RULE_ACTIONS_MAX)

export const AutomationRule = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Chase the customer'] }),
    trigger: RuleTrigger,
    conditions: Conditions,
    actions: z.array(RuleAction).meta({
      description:
        'Fields first, then what is said and who is told, the status last; one that is refused undoes all of them.',
    }),
    names: ConditionNames.meta({
      description: 'The names of what conditions and actions speak of by id; what is gone is missing.',
    }),
    stopsAfter: z.boolean().meta({ description: 'When it fits, the rules after it are not asked.', examples: [false] }),
    position: z.int().meta({ description: 'Smaller is asked first.', examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    activeSince: Instant.nullable().meta({ description: 'Since when it is asked; null while it is switched off.' }),
    lastRunAt: Instant.nullable(),
    runs: z
      .int()
      .meta({ description: 'In the last 30 days, refused and stopped ones too; at most 1,000.', examples: [12] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'AutomationRule' })
export type AutomationRule = z.infer<typeof AutomationRule>

const ruleFields = {
  name: Name,
  trigger: RuleTrigger,
  conditions: Conditions,
  actions: RuleActions,
  stopsAfter: z.boolean(),
}

export const listAutomationRules = defineRoute({
  method: 'GET',
  path: '/api/v1/automation-rules',
  tag: 'Automation',
  summary: 'List automation rules',
  description: `In the order in which they are asked, at most ${String(AUTOMATION_RULES_MAX)}. Every one that fits acts, unless one before it says that it stops the rest.`,
  access: { audience: 'staff', permission: 'settings:read' },
  responses: { 200: z.object({ data: z.array(AutomationRule) }) },
  refusals: [],
})

export const getAutomationRule = defineRoute({
  method: 'GET',
  path: '/api/v1/automation-rules/:ruleId',
  tag: 'Automation',
  summary: 'Read an automation rule',
  description: 'With the names of what it speaks of.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('ruleId'),
  responses: { 200: AutomationRule },
  refusals: ['not_found'],
  etag: true,
})

export const createAutomationRule = defineRoute({
  method: 'POST',
  path: '/api/v1/automation-rules',
  tag: 'Automation',
  summary: 'Create an automation rule',
  description:
    'Asked last until it is moved. Refused with `rule_refused`, a field for each, where a condition cannot be asked or an action is there twice.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({
    ...ruleFields,
    conditions: Conditions.default([]),
    stopsAfter: z.boolean().default(false),
    isActive: z.boolean().default(true),
  }),
  responses: { 201: AutomationRule },
  refusals: ['conflict', 'reference_refused', 'rule_refused', 'variable_unknown'],
})

export const updateAutomationRule = defineRoute({
  method: 'PATCH',
  path: '/api/v1/automation-rules/:ruleId',
  tag: 'Automation',
  summary: 'Change or switch off an automation rule',
  description:
    'What it did stays done. A time rule that is switched on, or gets another trigger, looks at times from then on.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('ruleId'),
  body: z.strictObject({ ...ruleFields, isActive: z.boolean() }).partial(),
  responses: { 200: AutomationRule },
  refusals: ['not_found', 'conflict', 'reference_refused', 'rule_refused', 'variable_unknown'],
  ifMatch: 'required',
  etag: true,
})

export const removeAutomationRule = defineRoute({
  method: 'DELETE',
  path: '/api/v1/automation-rules/:ruleId',
  tag: 'Automation',
  summary: 'Remove an automation rule',
  description: 'Only one that never ran; one that did is switched off, because its run log is kept.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('ruleId'),
  responses: { 204: null },
  refusals: ['not_found', 'still_in_use'],
})

export const orderAutomationRules = defineRoute({
  method: 'PUT',
  path: '/api/v1/automation-rule-order',
  tag: 'Automation',
  summary: 'Put automation rules in order',
  description:
    'Every rule once, in the order in which they are to be asked; refused when rules came or went meanwhile.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({ ruleIds: z.array(Id).max(AUTOMATION_RULES_MAX) }),
  responses: { 200: z.object({ data: z.array(AutomationRule) }) },
  refusals: ['conflict'],
})

/** A rule that is not saved yet, as the dry run and the rehearsal take it. */
export const RuleDraft = z
  .strictObject({
    trigger: RuleTrigger,
    conditions: Conditions.default([]),
    actions: RuleActions,
  })
  .meta({ id: 'RuleDraft' })
export type RuleDraft = z.infer<typeof RuleDraft>
