import { z } from 'zod'
import { SKILL_LEVEL_MAX } from './limits.ts'
import { Id, Name, QueryBoolean, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

export const SkillLevel = z
  .int()
  .min(1)
  .max(SKILL_LEVEL_MAX)
  .meta({ description: '1 knows some of it, 3 is the one to ask.', examples: [2] })

export const Skill = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Networks'] }),
    isActive: z.boolean().meta({ examples: [true] }),
    people: z.int().meta({ description: 'Active employees who have it.', examples: [3] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Skill' })
export type Skill = z.infer<typeof Skill>

/** A skill that an employee has, and how well. */
export const EmployeeSkill = z
  .object({ id: Id, name: z.string().meta({ examples: ['Networks'] }), level: SkillLevel })
  .meta({ id: 'EmployeeSkill' })
export type EmployeeSkill = z.infer<typeof EmployeeSkill>

export const listSkills = defineRoute({
  method: 'GET',
  path: '/api/v1/skills',
  tag: 'Dispatch',
  summary: 'List skills',
  description: 'By name, at most 200.',
  access: { audience: 'staff', permission: 'staff:read' },
  query: z.strictObject({ isActive: QueryBoolean.optional().meta({ examples: [true] }) }),
  responses: { 200: z.object({ data: z.array(Skill) }) },
  refusals: [],
})

export const createSkill = defineRoute({
  method: 'POST',
  path: '/api/v1/skills',
  tag: 'Dispatch',
  summary: 'Create a skill',
  description: 'Its name is unique. Who has it is said on the employee.',
  access: { audience: 'staff', permission: 'staff:write' },
  body: z.strictObject({ name: Name }),
  responses: { 201: Skill },
  refusals: ['conflict'],
})

export const updateSkill = defineRoute({
  method: 'PATCH',
  path: '/api/v1/skills/:skillId',
  tag: 'Dispatch',
  summary: 'Change or deactivate a skill',
  description: 'A skill that an active dispatch rule asks for cannot be deactivated.',
  access: { audience: 'staff', permission: 'staff:write' },
  params: idParams('skillId'),
  body: z.strictObject({ name: Name, isActive: z.boolean() }).partial(),
  responses: { 200: Skill },
  refusals: ['not_found', 'conflict', 'still_in_use'],
  ifMatch: 'required',
  etag: true,
})
