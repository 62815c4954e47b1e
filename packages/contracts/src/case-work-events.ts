import { z } from 'zod'
import { ClockKind } from './clock-kind.ts'
import { StatusCategory } from './case-status.ts'

const LinkKind = z.enum(['parent', 'follow_up', 'duplicate', 'blocks', 'relates', 'incident'])
const LinkRole = z.enum([
  'parent',
  'child',
  'earlier',
  'later',
  'duplicate',
  'original',
  'blocks',
  'blocked_by',
  'related',
  'incident',
  'problem',
])
const minutes = z.int().nullable()
const owner = { ownerId: z.uuid().nullable(), ownerName: z.string().nullable(), departmentName: z.string() }
const mark = {
  clock: ClockKind,
  cycle: z.int(),
  /** Share of the target that has passed, in percent; 100 is the breach. */
  share: z.int(),
  /** Null: the calendar never opens for so long. */
  dueAt: z.string().nullable(),
  policy: z.string().nullable(),
  ...owner,
}
/** Who is told of it, as the policy said at that moment. */
const told = { employeeIds: z.array(z.uuid()), departmentIds: z.array(z.uuid()) }

/** What happens to a case beside its dialogue: workflow, clocks, checklists, links and rules. */
export const caseWorkEvents = [
  z.strictObject({
    type: z.literal('case.gate_overridden'),
    to: z.string(),
    gates: z.array(z.string()),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('case.close_warned'),
    movesAt: z.string(),
    to: z.string(),
    toId: z.uuid(),
    toCategory: StatusCategory,
  }),
  z.strictObject({
    type: z.literal('case.linked'),
    kind: LinkKind,
    /** What the other case is to this one. */
    role: LinkRole,
    number: z.int(),
    subject: z.string(),
  }),
  z.strictObject({
    type: z.literal('case.unlinked'),
    kind: LinkKind,
    role: LinkRole,
    number: z.int(),
  }),
  z.strictObject({
    type: z.literal('case.policy_applied'),
    policyId: z.uuid().nullable(),
    policy: z.string().nullable(),
    policyVersion: z.int().nullable(),
    /** Why this one: what it is for that the case is. */
    why: z.enum(['agreement', 'customer', 'type', 'general', 'none']),
    cause: z.enum(['created', 'changed', 'policy_changed', 'reapplied']),
    calendarId: z.uuid().nullable(),
    calendar: z.string().nullable(),
    priority: z.string(),
    /** Business minutes; null where nothing is promised. */
    targets: z.strictObject({ firstResponse: minutes, nextResponse: minutes, resolution: minutes }),
    /** Shares of a target, in percent, at which something happens. */
    warnAt: z.array(z.int()),
    /** Those of them at which is only warned; where it is absent, all. */
    warnings: z.array(z.int()).optional(),
    /** Those of them at which others hear of it, and of which clock; null: of each. */
    escalatesAt: z.array(z.strictObject({ share: z.int(), clock: ClockKind.nullable() })).optional(),
    /** Clocks that were under way kept what they had been promised, on purpose (R77). */
    keepsDue: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('case.deadline_set'),
    from: z.string().nullable(),
    to: z.string().nullable(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('clock.warned'), ...mark, ...told }),
  z.strictObject({ type: z.literal('clock.breached'), ...mark, ...told }),
  z.strictObject({ type: z.literal('checklist.item_added'), text: z.string(), isRequired: z.boolean() }),
  z.strictObject({ type: z.literal('checklist.item_changed'), text: z.string(), isRequired: z.boolean() }),
  z.strictObject({ type: z.literal('checklist.item_removed'), text: z.string() }),
  z.strictObject({ type: z.literal('checklist.item_ticked'), text: z.string(), isDone: z.boolean() }),
  z.strictObject({
    type: z.literal('checklist.applied'),
    name: z.string(),
    items: z.int(),
    /** It came with the type of a new case. */
    isAutomatic: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('rule.ran'),
    ruleId: z.uuid(),
    rule: z.string(),
    runId: z.uuid(),
    /** What it did, one action each, in order. */
    actions: z.array(z.strictObject({ action: z.string(), value: z.string() })),
    refusal: z.string().nullable(),
    /** Whom it told of the case. */
    employeeIds: z.array(z.uuid()).optional(),
    departmentIds: z.array(z.uuid()).optional(),
  }),
  z.strictObject({ type: z.literal('macro.ran'), macro: z.string() }),
  z.strictObject({
    type: z.literal('absence.recorded'),
    name: z.string(),
    from: z.string(),
    to: z.string(),
    delegate: z.string().nullable(),
  }),
  z.strictObject({
    type: z.literal('absence.changed'),
    name: z.string(),
    from: z.string(),
    to: z.string(),
    delegate: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('absence.removed'), name: z.string(), from: z.string(), to: z.string() }),
  z.strictObject({ type: z.literal('absence.handed_over'), name: z.string(), delegate: z.string(), cases: z.int() }),
  z.strictObject({
    type: z.literal('workflow.saved'),
    name: z.string(),
    number: z.int(),
    comment: z.string(),
    moved: z.int(),
  }),
] as const
