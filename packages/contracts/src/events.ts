import { z } from 'zod'
import { StatusCategory } from './case-status.ts'
import { caseWorkEvents } from './case-work-events.ts'
import { changes } from './event-changes.ts'
import { invoicingEvents } from './invoicing-events.ts'
import { workspaceEvents } from './workspace-events.ts'

const named = { name: z.string() }

/**
 * Everything that can happen. Stored for ever: add members and optional fields; never rename or retype one.
 * Facts only: whoever reads it words it, in the reader's language.
 */
export const EventPayload = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('case.created'),
    number: z.int(),
    subject: z.string(),
    via: z.enum(['desk', 'extranet', 'api', 'import', 'mail', 'recurring']),
  }),
  z.strictObject({ type: z.literal('case.changed'), ...changes, isPublic: z.boolean() }),
  z.strictObject({
    type: z.literal('case.dispatched'),
    rule: z.enum([
      'by_type',
      'by_default',
      'by_hand',
      'by_rule',
      'by_absence',
      'by_escalation',
      'by_automation',
      'imported',
    ]),
    ruleName: z.string().optional(),
    /** Who is away, where a delegate got it. */
    insteadOf: z.string().optional(),
    fromDepartment: z.string().nullable(),
    toDepartment: z.string(),
    fromResponsible: z.string().nullable(),
    toResponsible: z.string().nullable(),
    toResponsibleId: z.uuid().nullable(),
    toDepartmentId: z.uuid(),
    comment: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('case.status_changed'),
    from: z.string(),
    to: z.string(),
    fromCategory: StatusCategory,
    toCategory: StatusCategory,
    /** Whether the status stops the clocks; where it is absent, its category says so. */
    pauses: z.boolean().optional(),
    fromId: z.uuid().optional(),
    toId: z.uuid().optional(),
    /** What moved it, where nobody chose the move. */
    cause: z.enum(['silence', 'workflow', 'type', 'reply', 'merge', 'unmerge', 'undo']).optional(),
    reason: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('case.logged'),
    activity: z.string(),
    fields: z.record(z.string(), z.string()),
    answersCustomer: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('reply.posted'), replyId: z.uuid(), isFirst: z.boolean(), attachments: z.int() }),
  z.strictObject({
    type: z.literal('note.written'),
    noteId: z.uuid(),
    attachments: z.int(),
    /** Who is called by name in it. */
    mentionedIds: z.array(z.uuid()).optional(),
    mentionedDepartmentIds: z.array(z.uuid()).optional(),
  }),
  z.strictObject({
    type: z.literal('time.registered'),
    entryId: z.uuid(),
    minutes: z.int(),
    isBillable: z.boolean(),
    employeeName: z.string(),
    activityType: z.string(),
  }),
  z.strictObject({ type: z.literal('time.changed'), entryId: z.uuid(), ...changes }),
  z.strictObject({ type: z.literal('time.removed'), entryId: z.uuid(), minutes: z.int(), employeeName: z.string() }),
  z.strictObject({
    type: z.literal('time.corrected'),
    entryId: z.uuid(),
    reversalId: z.uuid(),
    replacementId: z.uuid().nullable(),
    fromMinutes: z.int(),
    toMinutes: z.int(),
    employeeName: z.string(),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('time.correction_decided'),
    entryId: z.uuid(),
    verdict: z.enum(['approved', 'rejected']),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('overage.decided'),
    entryId: z.uuid(),
    verdict: z.enum(['accepted', 'declined']),
    minutes: z.int(),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('week.moved'),
    monday: z.string(),
    employeeName: z.string(),
    to: z.enum(['submitted', 'recalled', 'approved', 'rejected', 'reopened']),
    minutes: z.int(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('period.locked'), ...changes, reason: z.string() }),
  z.strictObject({ type: z.literal('period.reopened'), ...changes, reason: z.string() }),
  z.strictObject({ type: z.literal('cost.changed'), ...named, ...changes }),
  z.strictObject({ type: z.literal('customer.created'), ...named }),
  z.strictObject({ type: z.literal('customer.changed'), ...named, ...changes }),
  z.strictObject({ type: z.literal('contact.created'), ...named }),
  z.strictObject({ type: z.literal('contact.changed'), ...named, ...changes }),
  z.strictObject({ type: z.literal('contact.invited'), ...named }),
  z.strictObject({ type: z.literal('employee.created'), ...named }),
  z.strictObject({ type: z.literal('employee.changed'), ...named, ...changes }),
  z.strictObject({ type: z.literal('employee.invited'), ...named }),
  z.strictObject({ type: z.literal('department.created'), ...named }),
  z.strictObject({ type: z.literal('department.changed'), ...named, ...changes }),
  z.strictObject({ type: z.literal('project.created'), ...named }),
  z.strictObject({ type: z.literal('project.changed'), ...named, ...changes }),
  z.strictObject({ type: z.literal('agreement.created'), ...named }),
  z.strictObject({ type: z.literal('agreement.changed'), ...named, ...changes }),
  z.strictObject({ type: z.literal('agreement.terminated'), ...named, lastDay: z.string(), reason: z.string() }),
  z.strictObject({ type: z.literal('agreement.termination_withdrawn'), ...named }),
  z.strictObject({ type: z.literal('agreement.renewed'), ...named, validTo: z.string() }),
  z.strictObject({ type: z.literal('agreement.ended'), ...named, lastDay: z.string() }),
  z.strictObject({
    type: z.literal('agreement.warned'),
    ...named,
    kind: z.string(),
    facts: z.record(z.string(), z.string()),
  }),
  z.strictObject({ type: z.literal('voucher.sold'), ...named, unit: z.string(), quantity: z.int(), price: z.string() }),
  z.strictObject({
    type: z.literal('voucher.moved'),
    ...named,
    movement: z.enum([
      'activated',
      'adjusted',
      'transferred_out',
      'transferred_in',
      'extended',
      'expired',
      'cancelled',
    ]),
    units: z.int(),
    counterpart: z.string().nullable(),
    reason: z.string(),
    approvedByName: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('subscription.line_added'), ...named, amount: z.string() }),
  z.strictObject({ type: z.literal('subscription.line_changed'), ...named, ...changes }),
  z.strictObject({
    type: z.literal('subscription.price_changed'),
    ...named,
    kind: z.enum(['changed', 'indexed']),
    validFrom: z.string(),
    ...changes,
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('subscription.period_charged'),
    ...named,
    from: z.string(),
    to: z.string(),
    amount: z.string(),
    kind: z.enum(['regular', 'supplement', 'credit']),
  }),
  ...invoicingEvents,
  z.strictObject({ type: z.literal('time.questioned'), entryId: z.uuid(), question: z.string() }),
  z.strictObject({
    type: z.literal('time.question_answered'),
    entryId: z.uuid(),
    resolution: z.enum(['confirmed', 'adjusted', 'not_charged']),
    answer: z.string(),
  }),
  z.strictObject({
    type: z.literal('overage.consented'),
    entryId: z.uuid(),
    verdict: z.enum(['accepted', 'declined']),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('voucher.ordered'),
    ...named,
    unit: z.string(),
    quantity: z.int(),
    price: z.string(),
  }),
  z.strictObject({
    type: z.literal('voucher.order_decided'),
    ...named,
    verdict: z.enum(['accepted', 'declined']),
    reason: z.string(),
  }),
  ...caseWorkEvents,
  ...workspaceEvents,
  z.strictObject({ type: z.literal('setting.created'), setting: z.string(), ...named }),
  z.strictObject({ type: z.literal('setting.changed'), setting: z.string(), ...named, ...changes }),
  z.strictObject({ type: z.literal('session.started') }),
  z.strictObject({
    type: z.literal('session.ended'),
    reason: z.enum(['signed_out', 'ended_elsewhere', 'refresh_reused', 'password_changed', 'deactivated']),
  }),
  z.strictObject({ type: z.literal('password.changed'), by: z.enum(['invitation', 'reset', 'self']) }),
  z.strictObject({ type: z.literal('token.created'), ...named, scopes: z.array(z.string()) }),
  z.strictObject({ type: z.literal('token.revoked'), ...named }),
  z.strictObject({ type: z.literal('import.started'), fileName: z.string() }),
  z.strictObject({
    type: z.literal('import.finished'),
    fileName: z.string(),
    cases: z.int(),
    events: z.int(),
    refused: z.int(),
  }),
])
export type EventPayload = z.infer<typeof EventPayload>
export type EventType = EventPayload['type']

export const SubjectKind = z.enum([
  'case',
  'customer',
  'contact',
  'employee',
  'department',
  'project',
  'agreement',
  'invoice',
  'run',
  'setting',
  'import',
  'view',
])
export type SubjectKind = z.infer<typeof SubjectKind>

export const ActorKind = z.enum(['employee', 'contact', 'token', 'system', 'import'])
export type ActorKind = z.infer<typeof ActorKind>
