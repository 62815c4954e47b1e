import { z } from 'zod'
import { RuleDraft } from './automation-rules.ts'
import { ClockKind } from './clock-kind.ts'
import { DispatchRuleDraft } from './dispatch-rules.ts'
import { REHEARSAL_CASES_MAX, REHEARSAL_DAYS_MAX, REHEARSAL_ROWS_MAX } from './limits.ts'
import { CaseReference, Id, Instant } from './primitives.ts'
import { defineRoute } from './route.ts'
import { CalendarDraft } from './service-calendars.ts'
import { ServicePolicyDraft } from './service-policies.ts'
import { WorkflowDefinition } from './workflow-definition.ts'

/** What would be changed. An id names the one that the draft replaces; null: it would be new. */
export const RehearsedChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('policy'), policyId: Id.nullable().default(null), policy: ServicePolicyDraft }),
    z.strictObject({ kind: z.literal('calendar'), calendarId: Id, calendar: CalendarDraft.omit({ calendarId: true }) }),
    z.strictObject({ kind: z.literal('workflow'), workflowId: Id, definition: WorkflowDefinition }),
    z.strictObject({ kind: z.literal('dispatch_rule'), ruleId: Id.nullable().default(null), rule: DispatchRuleDraft }),
    z.strictObject({ kind: z.literal('automation_rule'), ruleId: Id.nullable().default(null), rule: RuleDraft }),
  ])
  .meta({ id: 'RehearsedChange' })
export type RehearsedChange = z.output<typeof RehearsedChange>

const side = z.object({
  asIs: z.int().meta({ description: 'As things are today.', examples: [12] }),
  draft: z.int().meta({ description: 'Under the draft.', examples: [7] }),
})

/** One thing that differs in a case. Instants are ISO texts; people, policies and statuses their names. */
export const RehearsedDifference = z
  .object({
    what: z
      .enum(['policy', 'due', 'breach', 'move_refused', 'assignee', 'rule'])
      .meta({ description: '`due` and `breach` are of the clock that is named.', examples: ['due'] }),
    clock: ClockKind.nullable(),
    cycle: z.int().nullable(),
    at: Instant.nullable().meta({ description: 'When it happened, of a move.' }),
    asIs: z
      .string()
      .nullable()
      .meta({ examples: ['2026-03-02T12:00:00.000Z'] }),
    draft: z
      .string()
      .nullable()
      .meta({ examples: ['2026-03-02T14:00:00.000Z'] }),
  })
  .meta({ id: 'RehearsedDifference' })
export type RehearsedDifference = z.infer<typeof RehearsedDifference>

/** What a kind of rehearsal cannot know, or leaves out. */
const Omitted = z
  .enum(['later_deadlines', 'other_rules', 'gates', 'custom_fields', 'checklists', 'children', 'promises_kept'])
  .meta({
    id: 'RehearsalOmission',
    description:
      '`later_deadlines`: deadlines that a change of priority or type would move; `other_rules`: what rules would do after it; `gates`: what a move needs; `custom_fields`, `checklists`, `children`: required fields, steps and cases below; `promises_kept`: promises that were kept by hand when a case changed.',
    examples: ['later_deadlines'],
  })

export const Rehearsal = z
  .object({
    from: Instant,
    to: Instant,
    cases: z.int().meta({ description: 'Cases of the days that were replayed.', examples: [812] }),
    isCut: z.boolean().meta({
      description: `There are more cases; the latest ${String(REHEARSAL_CASES_MAX)} were replayed.`,
      examples: [false],
    }),
    differing: z.int().meta({ description: 'Cases in which anything differs.', examples: [17] }),
    omits: z
      .array(Omitted)
      .meta({ description: 'What such a rehearsal does not replay.', examples: [['later_deadlines']] }),
    figures: z
      .array(
        z.object({
          figure: z.enum(['covered', 'met', 'breached', 'moves_refused', 'other_assignee', 'rule_hits']),
          clock: ClockKind.nullable().meta({ description: 'Null: of all cases, whatever the clock.' }),
          ...side.shape,
        }),
      )
      .meta({ description: 'Each figure on both sides; `covered`: cases with a policy.' }),
    rows: z
      .array(
        z.object({
          case: CaseReference,
          customer: z.string().meta({ examples: ['Nordlys Software'] }),
          differences: z.array(RehearsedDifference),
        }),
      )
      .meta({ description: `Cases that differ, latest first, at most ${String(REHEARSAL_ROWS_MAX)}.` }),
  })
  .meta({ id: 'Rehearsal' })
export type Rehearsal = z.infer<typeof Rehearsal>

export const rehearseChange = defineRoute({
  method: 'POST',
  path: '/api/v1/rehearsals',
  tag: 'Service levels',
  summary: 'Rehearse a change',
  description:
    'Replays the cases of the last days twice, as things are and under a draft, and tells which deadlines, breaches, moves, assignments or deeds of rules would differ. Cases, people, policies and texts are taken as they are today; what happened, and time registered before a move, as the log tells it. Hours of a drafted calendar are replayed as if they had always held. Of a rule is told what it would have done, and not what that would have led to; `omits` names what is left out. Nothing is written.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({
    days: z.int().min(1).max(REHEARSAL_DAYS_MAX).default(REHEARSAL_DAYS_MAX),
    change: RehearsedChange,
  }),
  responses: { 200: Rehearsal },
  refusals: ['not_found', 'reference_refused', 'workflow_refused', 'rule_refused', 'variable_unknown', 'conflict'],
  budget: 'search',
})
