import { z } from 'zod'
import { Case, caseParams } from './cases.ts'
import { ConditionNames, Conditions } from './conditions.ts'
import { DISPATCH_RULES_MAX, DISPATCH_SKILLS_MAX, REHEARSAL_DAYS_MAX } from './limits.ts'
import { CaseReference, Id, Name, Reference, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

const skillIds = z
  .array(Id)
  .max(DISPATCH_SKILLS_MAX)
  .default([])
  .meta({ description: 'Only people who have all of them.', examples: [[]] })

/**
 * Where a rule sends a case. Among people those who are away are passed over; when nobody is left the case waits in the
 * queue of the department.
 */
export const DispatchTarget = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('queue'), departmentId: Id }),
    z.strictObject({
      kind: z.literal('person'),
      employeeId: Id,
      departmentId: Id.nullable()
        .default(null)
        .meta({ description: 'The department it is done for; null is the person’s own.' }),
    }),
    z.strictObject({ kind: z.literal('round_robin'), departmentId: Id, skillIds }),
    z.strictObject({ kind: z.literal('least_loaded'), departmentId: Id, skillIds }),
    z.strictObject({
      kind: z.literal('skilled'),
      departmentId: Id,
      skillIds: z.array(Id).min(1).max(DISPATCH_SKILLS_MAX),
    }),
  ])
  .meta({
    id: 'DispatchTarget',
    description:
      '`queue` leaves it to the department; `person` to one; the others choose among the people of the department and of all below it: `round_robin` each in turn, `least_loaded` who has least open work by remaining estimate, `skilled` who knows the skills best, then who has least to do.',
    examples: [{ kind: 'queue', departmentId: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d' }],
  })
export type DispatchTarget = z.infer<typeof DispatchTarget>

export const DispatchRule = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Printers to field service'] }),
    conditions: Conditions,
    names: ConditionNames,
    target: DispatchTarget,
    department: Reference.nullable(),
    employee: Reference.nullable(),
    skills: z.array(Reference),
    lastEmployee: Reference.nullable().meta({ description: 'Whose turn it was last, of round robin.' }),
    position: z.int().meta({ description: 'Smaller is asked first.', examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'DispatchRule' })
export type DispatchRule = z.infer<typeof DispatchRule>

const ruleFields = { name: Name, conditions: Conditions, target: DispatchTarget }

/** A rule before it is saved. */
export const DispatchRuleDraft = z
  .strictObject({ ...ruleFields, isActive: z.boolean().default(true) })
  .meta({ id: 'DispatchRuleDraft' })
export type DispatchRuleDraft = z.output<typeof DispatchRuleDraft>

export const listDispatchRules = defineRoute({
  method: 'GET',
  path: '/api/v1/dispatch-rules',
  tag: 'Dispatch',
  summary: 'List dispatch rules',
  description: `In the order in which they are asked, at most ${String(DISPATCH_RULES_MAX)}. The first active one that matches a new case sends it; what the creator chose goes before all of them, and the rule of the type comes after.`,
  access: { audience: 'staff', permission: 'settings:read' },
  responses: { 200: z.object({ data: z.array(DispatchRule) }) },
  refusals: [],
})

export const getDispatchRule = defineRoute({
  method: 'GET',
  path: '/api/v1/dispatch-rules/:ruleId',
  tag: 'Dispatch',
  summary: 'Read a dispatch rule',
  description: 'One rule, with the names of what its conditions speak of.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('ruleId'),
  responses: { 200: DispatchRule },
  refusals: ['not_found'],
  etag: true,
})

export const createDispatchRule = defineRoute({
  method: 'POST',
  path: '/api/v1/dispatch-rules',
  tag: 'Dispatch',
  summary: 'Create a dispatch rule',
  description:
    'Asked last until it is moved. Refused with `rule_refused`, a field for each, where a condition cannot be asked.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: DispatchRuleDraft,
  responses: { 201: DispatchRule },
  refusals: ['conflict', 'reference_refused', 'rule_refused'],
})

export const updateDispatchRule = defineRoute({
  method: 'PATCH',
  path: '/api/v1/dispatch-rules/:ruleId',
  tag: 'Dispatch',
  summary: 'Change or deactivate a dispatch rule',
  description: 'Cases that were dispatched stay where they are.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('ruleId'),
  body: z.strictObject({ ...ruleFields, isActive: z.boolean() }).partial(),
  responses: { 200: DispatchRule },
  refusals: ['not_found', 'conflict', 'reference_refused', 'rule_refused'],
  ifMatch: 'required',
  etag: true,
})

export const removeDispatchRule = defineRoute({
  method: 'DELETE',
  path: '/api/v1/dispatch-rules/:ruleId',
  tag: 'Dispatch',
  summary: 'Remove a dispatch rule',
  description: 'Logs keep its name.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('ruleId'),
  responses: { 204: null },
  refusals: ['not_found'],
})

export const orderDispatchRules = defineRoute({
  method: 'PUT',
  path: '/api/v1/dispatch-rule-order',
  tag: 'Dispatch',
  summary: 'Put dispatch rules in order',
  description:
    'Every rule once, in the order in which they are to be asked; refused when rules came or went meanwhile.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({ ruleIds: z.array(Id).max(DISPATCH_RULES_MAX) }),
  responses: { 200: z.object({ data: z.array(DispatchRule) }) },
  refusals: ['conflict'],
})

export const ConditionMatches = z
  .object({
    matches: z.int().meta({ examples: [14] }),
    of: z.int().meta({ description: 'Cases that were looked at.', examples: [420] }),
    isCut: z.boolean().meta({ description: 'There were more cases than are looked at.', examples: [false] }),
    examples: z.array(CaseReference).meta({ description: 'The latest that match, at most 10.' }),
  })
  .meta({ id: 'ConditionMatches' })
export type ConditionMatches = z.infer<typeof ConditionMatches>

export const previewConditions = defineRoute({
  method: 'POST',
  path: '/api/v1/condition-previews',
  tag: 'Dispatch',
  summary: 'Count the cases that conditions match',
  description:
    'Looks at the cases created in the last days, at most 20,000 of the latest, as they are today, but at the hour when they were created. Nothing is changed.',
  access: { audience: 'staff', permission: 'settings:read' },
  body: z.strictObject({
    conditions: Conditions,
    days: z.int().min(1).max(REHEARSAL_DAYS_MAX).default(REHEARSAL_DAYS_MAX),
  }),
  responses: { 200: ConditionMatches },
  refusals: ['rule_refused', 'reference_refused'],
  budget: 'search',
})

export const dispatchCaseByRules = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/dispatch',
  tag: 'Dispatch',
  summary: 'Dispatch a case anew by the rules',
  description:
    'As a new case would be: by the first dispatch rule that matches it as it is now, else by its type, else to the default queue.',
  access: { audience: 'staff', permission: 'case:dispatch' },
  params: caseParams,
  responses: { 200: Case },
  refusals: ['not_found', 'case_closed'],
})

export const DispatchExplanation = z
  .object({
    rules: z
      .array(
        z.object({
          id: Id,
          name: z.string().meta({ examples: ['Printers to field service'] }),
          matches: z.boolean().meta({ examples: [false] }),
          failed: z
            .array(z.int())
            .meta({ description: 'Conditions that do not hold, counted from 0.', examples: [[1]] }),
        }),
      )
      .meta({ description: 'The active rules in their order.' }),
    rule: z
      .enum(['by_rule', 'by_type', 'by_default'])
      .meta({ description: 'What decides for a case like it now.', examples: ['by_rule'] }),
    ruleName: z
      .string()
      .nullable()
      .meta({ examples: ['Printers to field service'] }),
    department: Reference,
    responsible: Reference.nullable(),
    insteadOf: Reference.nullable().meta({ description: 'Who is away, and for whom the responsible stands in.' }),
  })
  .meta({ id: 'DispatchExplanation' })
export type DispatchExplanation = z.infer<typeof DispatchExplanation>

export const explainDispatch = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/dispatch',
  tag: 'Dispatch',
  summary: 'Explain where the rules would send a case',
  description:
    'Which rules match the case as it is now, which conditions fail, and who would get it. Nothing is changed.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: DispatchExplanation },
  refusals: ['not_found'],
})
