import { z } from 'zod'
import { StatusCategory } from './case-settings.ts'

/** A field as people know it, before and after; names rather than ids, so that it reads alone for ever. */
const Change = z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })
const changes = { changes: z.array(Change) }
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
    via: z.enum(['desk', 'extranet', 'api', 'import', 'mail']),
  }),
  z.strictObject({ type: z.literal('case.changed'), ...changes, isPublic: z.boolean() }),
  z.strictObject({
    type: z.literal('case.dispatched'),
    rule: z.enum(['by_type', 'by_default', 'by_hand', 'imported']),
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
    reason: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('case.logged'), activity: z.string(), fields: z.record(z.string(), z.string()) }),
  z.strictObject({ type: z.literal('reply.posted'), replyId: z.uuid(), isFirst: z.boolean(), attachments: z.int() }),
  z.strictObject({ type: z.literal('note.written'), noteId: z.uuid(), attachments: z.int() }),
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
  'setting',
  'import',
])
export type SubjectKind = z.infer<typeof SubjectKind>

export const ActorKind = z.enum(['employee', 'contact', 'token', 'system', 'import'])
export type ActorKind = z.infer<typeof ActorKind>
