import { z } from 'zod'
import { StaffRole } from './access.ts'
import { SKILLS_PER_EMPLOYEE_MAX } from './limits.ts'
import {
  Email,
  Id,
  Instant,
  Language,
  Name,
  Reference,
  activeQuery,
  idParams,
  pageOf,
  pageQuery,
  searchQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { EmployeeSkill, SkillLevel } from './skills.ts'

export const Department = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Second line'] }),
    parent: Reference.nullable(),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Department' })
export type Department = z.infer<typeof Department>

const departmentFields = { name: Name, parentId: Id.nullable(), isActive: z.boolean() }

export const listDepartments = defineRoute({
  method: 'GET',
  path: '/api/v1/departments',
  tag: 'Staff',
  summary: 'List departments',
  description: 'The tree as a flat list, sorted by name; `parent` gives the shape.',
  access: { audience: 'staff', permission: 'staff:read' },
  query: z.strictObject({ ...pageQuery, ...searchQuery, ...activeQuery }),
  responses: { 200: pageOf(Department) },
  refusals: ['invalid_cursor'],
})
export const getDepartment = defineRoute({
  method: 'GET',
  path: '/api/v1/departments/:departmentId',
  tag: 'Staff',
  summary: 'Read a department',
  description: 'One department with its place in the tree.',
  access: { audience: 'staff', permission: 'staff:read' },
  params: idParams('departmentId'),
  responses: { 200: Department },
  refusals: ['not_found'],
  etag: true,
})
export const createDepartment = defineRoute({
  method: 'POST',
  path: '/api/v1/departments',
  tag: 'Staff',
  summary: 'Create a department',
  description: 'A department is also a queue of cases.',
  access: { audience: 'staff', permission: 'staff:write' },
  body: z.strictObject({ name: departmentFields.name, parentId: departmentFields.parentId.default(null) }),
  responses: { 201: Department },
  refusals: ['conflict', 'reference_refused'],
})
export const updateDepartment = defineRoute({
  method: 'PATCH',
  path: '/api/v1/departments/:departmentId',
  tag: 'Staff',
  summary: 'Change, move or deactivate a department',
  description:
    'A department with active employees or open cases cannot be deactivated; a branch cannot hang below itself.',
  access: { audience: 'staff', permission: 'staff:write' },
  params: idParams('departmentId'),
  body: z.strictObject(departmentFields).partial(),
  responses: { 200: Department },
  refusals: ['not_found', 'conflict', 'tree_cycle', 'still_in_use', 'reference_refused'],
  ifMatch: 'optional',
  etag: true,
})

const WorkingMinutes = z
  .array(z.int().min(0).max(1440))
  .length(7)
  .meta({ description: 'Minutes to work, Monday to Sunday.', examples: [[444, 444, 444, 444, 444, 0, 0]] })

export const Employee = z
  .object({
    id: Id,
    initials: z.string().meta({ examples: ['MH'] }),
    name: z.string().meta({ examples: ['Mette Holm'] }),
    email: z.string().meta({ examples: ['mette@example.test'] }),
    role: StaffRole,
    department: Reference,
    language: Language,
    isActive: z.boolean().meta({ examples: [true] }),
    hasPassword: z.boolean().meta({ description: 'False until the invitation is accepted.', examples: [true] }),
    lastSignedInAt: Instant.nullable(),
    priceClass: Reference.nullable().meta({ description: 'The level its work is priced by (R6).' }),
    workingMinutes: WorkingMinutes,
    skills: z.array(EmployeeSkill).meta({ description: 'By name.' }),
    openCases: z.int().meta({ description: 'Active cases this person is responsible for.', examples: [4] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Employee' })
export type Employee = z.infer<typeof Employee>

const Initials = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}]{1,6}$/u)
  .meta({ examples: ['MH'] })
const employeeFields = {
  initials: Initials,
  name: Name,
  email: Email,
  role: StaffRole,
  departmentId: Id,
  language: Language,
  priceClassId: Id.nullable(),
  workingMinutes: WorkingMinutes,
  skills: z
    .array(z.strictObject({ skillId: Id, level: SkillLevel }))
    .max(SKILLS_PER_EMPLOYEE_MAX)
    .meta({ description: 'All that the person knows; takes the place of what was said before.' }),
}

export const listEmployees = defineRoute({
  method: 'GET',
  path: '/api/v1/employees',
  tag: 'Staff',
  summary: 'List employees',
  description: 'Sorted by name; search looks in name, initials and e-mail.',
  access: { audience: 'staff', permission: 'staff:read' },
  query: z.strictObject({ ...pageQuery, ...searchQuery, ...activeQuery, departmentId: Id.optional() }),
  responses: { 200: pageOf(Employee) },
  refusals: ['invalid_cursor'],
})
export const getEmployee = defineRoute({
  method: 'GET',
  path: '/api/v1/employees/:employeeId',
  tag: 'Staff',
  summary: 'Read an employee',
  description: 'One employee.',
  access: { audience: 'staff', permission: 'staff:read' },
  params: idParams('employeeId'),
  responses: { 200: Employee },
  refusals: ['not_found'],
  etag: true,
})
export const createEmployee = defineRoute({
  method: 'POST',
  path: '/api/v1/employees',
  tag: 'Staff',
  summary: 'Create an employee',
  description: 'Creates the account and mails an invitation.',
  access: { audience: 'staff', permission: 'staff:write' },
  body: z.strictObject({
    ...employeeFields,
    language: Language.default('en'),
    priceClassId: Id.nullable().default(null),
    workingMinutes: WorkingMinutes.optional(),
    skills: employeeFields.skills.default([]),
  }),
  responses: { 201: Employee },
  refusals: ['conflict', 'reference_refused'],
})
export const updateEmployee = defineRoute({
  method: 'PATCH',
  path: '/api/v1/employees/:employeeId',
  tag: 'Staff',
  summary: 'Change or deactivate an employee',
  description: 'Deactivating ends all sessions and tokens at once. The last administrator stays.',
  access: { audience: 'staff', permission: 'staff:write' },
  params: idParams('employeeId'),
  body: z.strictObject({ ...employeeFields, isActive: z.boolean() }).partial(),
  responses: { 200: Employee },
  refusals: ['not_found', 'conflict', 'reference_refused', 'last_administrator'],
  ifMatch: 'optional',
  etag: true,
})
export const inviteEmployee = defineRoute({
  method: 'POST',
  path: '/api/v1/employees/:employeeId/invitations',
  tag: 'Staff',
  summary: 'Send the invitation again',
  description: 'Earlier invitations stop working.',
  access: { audience: 'staff', permission: 'staff:write' },
  params: idParams('employeeId'),
  responses: { 202: null },
  refusals: ['not_found', 'account_inactive'],
  budget: 'mail',
})
