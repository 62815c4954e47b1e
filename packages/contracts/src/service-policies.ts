import { z } from 'zod'
import { Escalation, EscalationDraft } from './escalations.ts'
import { ESCALATIONS_MAX, TARGET_MINUTES_MAX, TARGETS_MAX, WARNINGS_MAX } from './limits.ts'
import { CaseReference, Id, Name, Reference, activeQuery, idParams, position } from './primitives.ts'
import { defineRoute } from './route.ts'
import { PriorityReference } from './work-list.ts'

/** Business minutes of the policy's calendar; null where nothing is promised. */
const minutes = z.int().min(1).max(TARGET_MINUTES_MAX).nullable()
const promises = {
  firstResponse: minutes.meta({
    description: 'Until staff answers in public for the first time, in business minutes; null: nothing is promised.',
    examples: [60],
  }),
  nextResponse: minutes.meta({ description: 'Until each later message of a contact is answered.', examples: [120] }),
  resolution: minutes.meta({ description: 'Until the case is solved.', examples: [480] }),
}

export const ServiceTargets = z.object(promises).meta({ id: 'ServiceTargets' })
export type ServiceTargets = z.infer<typeof ServiceTargets>

export const ServiceTarget = z.object({ priority: PriorityReference, ...promises }).meta({ id: 'ServiceTarget' })
export type ServiceTarget = z.infer<typeof ServiceTarget>

export const ServicePolicy = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Gold'] }),
    customer: Reference.nullable(),
    agreement: Reference.nullable(),
    type: Reference.nullable().meta({ description: 'With the types below it.' }),
    calendar: Reference.nullable().meta({ description: 'Whose hours count; null: around the clock.' }),
    targets: z
      .array(ServiceTarget)
      .meta({ description: 'Most urgent first; a priority left out is promised nothing.' }),
    warnAt: z
      .array(z.int())
      .meta({ description: 'Percent of the target at which is warned.', examples: [[50, 75, 90]] }),
    escalations: z.array(Escalation),
    isShownToCustomers: z.boolean().meta({ examples: [true] }),
    position: z.int().meta({ description: 'Among policies that are for the same: the first wins.', examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    cases: z.int().meta({ description: 'Cases not yet solved that it counts for.', examples: [42] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'ServicePolicy' })
export type ServicePolicy = z.infer<typeof ServicePolicy>

const TargetDraft = z.strictObject({ priorityId: Id, ...promises })

/** Warnings at 50, 75 and 90 percent to who is responsible; the last one and the breach to the department's lead too. */
const defaultWarnings = [50, 75, 90]
function eachOnce(shares: number[]): number[] {
  return [...new Set(shares)].sort((one, other) => one - other)
}
const fields = {
  name: Name,
  customerId: Id.nullable(),
  agreementId: Id.nullable(),
  typeId: Id.nullable(),
  calendarId: Id.nullable(),
  targets: z.array(TargetDraft).max(TARGETS_MAX),
  warnAt: z.array(z.int().min(1).max(99)).max(WARNINGS_MAX).overwrite(eachOnce),
  escalations: z.array(EscalationDraft).max(ESCALATIONS_MAX),
  isShownToCustomers: z.boolean(),
  position,
}

/** A policy as it is written, before or after it is stored. */
export const ServicePolicyDraft = z.strictObject({
  ...fields,
  customerId: fields.customerId.default(null),
  agreementId: fields.agreementId.default(null),
  typeId: fields.typeId.default(null),
  calendarId: fields.calendarId.default(null),
  warnAt: fields.warnAt.default(defaultWarnings),
  escalations: fields.escalations.default([
    {
      share: 90,
      clock: null,
      notify: { responsible: true, leads: true, departmentIds: [], employeeIds: [] },
      assign: null,
    },
    {
      share: 100,
      clock: null,
      notify: { responsible: true, leads: true, departmentIds: [], employeeIds: [] },
      assign: null,
    },
  ]),
  isShownToCustomers: fields.isShownToCustomers.default(false),
  position: fields.position.default(0),
})
export type ServicePolicyDraft = z.output<typeof ServicePolicyDraft>

/** Which cases a change counts for: those to come, or those not yet solved as well. */
const appliesTo = z
  .enum(['new', 'open'])
  .default('new')
  .meta({ description: '`open`: cases not yet solved get it too, in the background (R77).', examples: ['new'] })

const reads = { audience: 'staff', permission: 'settings:read' } as const
const writes = { audience: 'staff', permission: 'settings:write' } as const
const params = idParams('policyId')

export const listServicePolicies = defineRoute({
  method: 'GET',
  path: '/api/v1/service-policies',
  tag: 'Service levels',
  summary: 'List service policies',
  description: 'In the order in which they win: of an agreement, of a customer, of a type, then general ones.',
  access: reads,
  query: z.strictObject(activeQuery),
  responses: { 200: z.object({ data: z.array(ServicePolicy) }) },
  refusals: [],
})

export const getServicePolicy = defineRoute({
  method: 'GET',
  path: '/api/v1/service-policies/:policyId',
  tag: 'Service levels',
  summary: 'Read a service policy',
  description: 'What is promised, by priority, and who hears when time runs out (R74, R79).',
  access: reads,
  params,
  responses: { 200: ServicePolicy },
  refusals: ['not_found'],
  etag: true,
})

export const createServicePolicy = defineRoute({
  method: 'POST',
  path: '/api/v1/service-policies',
  tag: 'Service levels',
  summary: 'Create a service policy',
  description: 'For an agreement, a customer, a type or all; a case gets the one that is most its own.',
  access: writes,
  body: ServicePolicyDraft.extend({ appliesTo }),
  responses: { 201: ServicePolicy },
  refusals: ['conflict', 'reference_refused'],
})

export const updateServicePolicy = defineRoute({
  method: 'PATCH',
  path: '/api/v1/service-policies/:policyId',
  tag: 'Service levels',
  summary: 'Change or deactivate a service policy',
  description:
    '`targets`, `warnAt` and `escalations` replace what is there. Cases keep what they were promised unless `appliesTo` is `open`; they keep their pauses in any case (R77).',
  access: writes,
  params,
  body: z
    .strictObject({ ...fields, isActive: z.boolean() })
    .partial()
    .extend({ appliesTo }),
  responses: { 200: ServicePolicy },
  refusals: ['not_found', 'conflict', 'reference_refused'],
  ifMatch: 'required',
  etag: true,
})

export const orderServicePolicies = defineRoute({
  method: 'PUT',
  path: '/api/v1/service-policy-order',
  tag: 'Service levels',
  summary: 'Put service policies in order',
  description: 'The ids of all of them, first the one that wins; others keep their order behind them.',
  access: writes,
  body: z.strictObject({ policyIds: z.array(Id).min(1).max(500) }),
  responses: { 200: z.object({ data: z.array(ServicePolicy) }) },
  refusals: ['reference_refused'],
})

export const PolicyPreview = z
  .object({
    openCases: z.int().meta({ description: 'Cases not yet solved.', examples: [312] }),
    wins: z.int().meta({ description: 'Those of them that the policy would count for.', examples: [42] }),
    changes: z.int().meta({ description: 'Those of them that have another policy now, or none.', examples: [17] }),
    taken: z.array(z.object({ policy: Reference.nullable(), cases: z.int() })).meta({
      description: 'From which policies it would take how many; null: from none.',
    }),
    lost: z.array(z.object({ policy: Reference.nullable(), cases: z.int() })).meta({
      description: 'To which policies cases would go that it has now.',
    }),
    cases: z
      .array(z.object({ case: CaseReference, customer: z.string().meta({ examples: ['Nordlys Software'] }) }))
      .meta({ description: 'The latest of those that it would count for, at most 50.' }),
  })
  .meta({ id: 'PolicyPreview' })
export type PolicyPreview = z.infer<typeof PolicyPreview>

export const previewServicePolicy = defineRoute({
  method: 'POST',
  path: '/api/v1/service-policy-previews',
  tag: 'Service levels',
  summary: 'See which cases a service policy would count for',
  description: 'Before it is saved; nothing is written. `policyId` names the one that the draft would replace.',
  access: reads,
  body: z.strictObject({ policyId: Id.nullable().default(null), policy: ServicePolicyDraft }),
  responses: { 200: PolicyPreview },
  refusals: ['reference_refused'],
})

export const reapplyServicePolicies = defineRoute({
  method: 'POST',
  path: '/api/v1/service-policy-applications',
  tag: 'Service levels',
  summary: 'Apply service policies to open cases',
  description:
    'Cases not yet solved get the policy that would win today, in the background: after an import, or when policies were changed for new cases only. Pauses and beginnings stay (R77).',
  access: writes,
  body: z.strictObject({}),
  responses: { 202: z.object({ openCases: z.int().meta({ examples: [312] }) }) },
  refusals: [],
})
