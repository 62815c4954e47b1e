import { z } from 'zod'
import { RuleDraft, RuleEvent, TimeAnchor } from './automation-rules.ts'
import { caseParams } from './cases.ts'
import { REHEARSAL_CASES_MAX, REHEARSAL_DAYS_MAX } from './limits.ts'
import { CaseReference, Id, Instant, Reference, idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

export const RunOutcome = z.enum(['done', 'refused', 'stopped']).meta({
  id: 'RunOutcome',
  description: 'Done; undone because one action was refused; or stopped because rules led to one another.',
  examples: ['done'],
})
export type RunOutcome = z.infer<typeof RunOutcome>

const RunAction = z
  .object({
    action: z.string().meta({ description: 'The kind of the action.', examples: ['status'] }),
    value: z.string().meta({ description: 'In words that read alone.', examples: ['Waiting for customer'] }),
  })
  .meta({ id: 'RunAction' })

export const AutomationRun = z
  .object({
    id: Id,
    at: Instant,
    rule: Reference,
    case: CaseReference,
    cause: z.object({
      event: RuleEvent.nullable().meta({ description: 'What happened; null for a time rule.' }),
      since: TimeAnchor.nullable().meta({ description: 'Where the time counted from; null for an event rule.' }),
      at: Instant.meta({ description: 'When that was.' }),
    }),
    depth: z.int().meta({ description: 'How many rules led to it one by the other, itself included.', examples: [1] }),
    outcome: RunOutcome,
    actions: z.array(RunAction).meta({ description: 'What it did; nothing unless it is done.' }),
    refusal: z
      .object({
        code: z.string().meta({ examples: ['gate_closed'] }),
        action: z
          .string()
          .nullable()
          .meta({ description: 'The kind of the action that was refused.', examples: ['status'] }),
        detail: z.string().meta({ examples: ['Something has to be done before the case may move'] }),
      })
      .nullable(),
    eventId: Id.nullable().meta({ description: 'Its entry in the case’s log.' }),
  })
  .meta({ id: 'AutomationRun' })
export type AutomationRun = z.infer<typeof AutomationRun>

export const listAutomationRuns = defineRoute({
  method: 'GET',
  path: '/api/v1/automation-rules/:ruleId/runs',
  tag: 'Automation',
  summary: 'Read the run log of a rule',
  description: 'Every time it fitted, latest first: what it did, or why not.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('ruleId'),
  query: z.strictObject({ ...pageQuery, outcome: RunOutcome.optional() }),
  responses: { 200: pageOf(AutomationRun) },
  refusals: ['not_found', 'invalid_cursor'],
})

export const listCaseRuns = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/automation-runs',
  tag: 'Automation',
  summary: 'Read which rules ran on a case',
  description: 'Latest first, refused and stopped ones too.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(AutomationRun) },
  refusals: ['not_found', 'invalid_cursor'],
})

export const DryRunHit = z
  .object({
    case: CaseReference,
    at: Instant.meta({ description: 'When it would have fitted.' }),
    event: RuleEvent.nullable(),
    isRefused: z.boolean().meta({
      description: 'The workflow has no such move from the status that the case had: nothing would have been done.',
      examples: [false],
    }),
    actions: z.array(RunAction).meta({ description: 'What it would have changed; what was so already is left out.' }),
  })
  .meta({ id: 'DryRunHit' })
export type DryRunHit = z.infer<typeof DryRunHit>

export const DryRun = z
  .object({
    days: z.int().meta({ examples: [30] }),
    cases: z.int().meta({ description: 'Cases that were looked at.', examples: [420] }),
    isCut: z.boolean().meta({ description: 'There were more cases than are looked at.', examples: [false] }),
    hits: z.int().meta({ description: 'How often it would have fitted.', examples: [14] }),
    casesHit: z.int().meta({ description: 'On how many cases.', examples: [12] }),
    refused: z.int().meta({
      description: 'How many of them would have done nothing, since the workflow never allows the move.',
      examples: [0],
    }),
    changes: z
      .array(z.object({ action: z.string().meta({ examples: ['status'] }), count: z.int().meta({ examples: [14] }) }))
      .meta({ description: 'How often each action would have changed something.' }),
    examples: z.array(DryRunHit).meta({ description: 'The latest, at most 50.' }),
  })
  .meta({ id: 'DryRun' })
export type DryRun = z.infer<typeof DryRun>

export const dryRunAutomationRule = defineRoute({
  method: 'POST',
  path: '/api/v1/automation-rules/dry-run',
  tag: 'Automation',
  summary: 'Try a rule on what has happened',
  description: `Replays the log of the cases that something happened to in the last days, at most ${REHEARSAL_CASES_MAX.toLocaleString('en')} of the latest, and asks the rule at each moment with the case as it was then. What the rule itself would have caused, gates and required fields are not replayed; workflows are those of today. Nothing is changed.`,
  access: { audience: 'staff', permission: 'settings:read' },
  body: z.strictObject({
    rule: RuleDraft,
    days: z.int().min(1).max(REHEARSAL_DAYS_MAX).default(30),
  }),
  responses: { 200: DryRun },
  refusals: ['reference_refused', 'rule_refused', 'variable_unknown'],
  budget: 'search',
})
