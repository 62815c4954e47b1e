import { z } from 'zod'
import { DUE_WITHIN_HOURS_MAX } from './limits.ts'
import { Day, Id, Reference, idParams, pageOf, pageQuery, queryInteger } from './primitives.ts'
import { defineRoute } from './route.ts'
import { EmployeeSkill } from './skills.ts'
import { CaseSummary } from './work-list.ts'

const boardList = z.object({
  data: z.array(CaseSummary).meta({ description: 'The first 25.' }),
  hasMore: z.boolean().meta({ examples: [false] }),
  total: z.int().meta({ description: 'Stops at 100: a hundred or more.', examples: [4] }),
})

export const BoardPerson = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Mette Holm'] }),
    initials: z.string().meta({ examples: ['MH'] }),
    department: Reference,
    openCases: z
      .int()
      .meta({ description: 'Active cases this person is responsible for; stops at 500.', examples: [7] }),
    dueCases: z
      .int()
      .meta({ description: 'Those of them that are due within the hours asked for, or late.', examples: [1] }),
    loadMinutes: z.int().meta({
      description:
        'What remains of their estimates: estimate less what is registered, at least 15 minutes each; an hour where nothing is estimated. Of the 500 soonest due.',
      examples: [415],
    }),
    workingMinutesToday: z.int().meta({ description: 'Minutes to work today; 0 while away.', examples: [444] }),
    workingMinutesLeft: z.int().meta({ description: 'Those less what is registered for today.', examples: [210] }),
    absence: z
      .object({ id: Id, from: Day, to: Day, delegate: Reference.nullable() })
      .nullable()
      .meta({ description: 'Why the person is not there today.' }),
    skills: z.array(EmployeeSkill),
  })
  .meta({ id: 'BoardPerson' })
export type BoardPerson = z.infer<typeof BoardPerson>

export const DispatchBoard = z
  .object({
    department: Reference.nullable(),
    unassigned: boardList.meta({
      description: 'Active cases that nobody is responsible for: the soonest due first, then the oldest.',
    }),
    atRisk: boardList.meta({
      description: 'Active cases that are late or due within the hours, the most urgent first.',
    }),
    people: z.array(BoardPerson).meta({ description: 'Active people by name, at most 200.' }),
    hasMorePeople: z.boolean().meta({ examples: [false] }),
  })
  .meta({ id: 'DispatchBoard' })
export type DispatchBoard = z.infer<typeof DispatchBoard>

const boardQuery = {
  departmentId: Id.optional().meta({ description: 'A department with all below it; absent: all.' }),
  dueWithinHours: queryInteger(1, DUE_WITHIN_HOURS_MAX)
    .default(24)
    .meta({ description: 'How soon is at risk.', examples: [24] }),
}

export const getDispatchBoard = defineRoute({
  method: 'GET',
  path: '/api/v1/dispatch-board',
  tag: 'Dispatch',
  summary: 'Read the dispatcher’s board',
  description: 'Cases that wait for somebody or run out of time, beside people and what they have to do.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject(boardQuery),
  responses: { 200: DispatchBoard },
  refusals: ['not_found'],
  budget: 'search',
})

export const listBoardPersonCases = defineRoute({
  method: 'GET',
  path: '/api/v1/dispatch-board/people/:employeeId',
  tag: 'Dispatch',
  summary: 'List what a person has to do',
  description:
    'The active cases of an employee: the soonest due first, those without a due time last, the oldest first.',
  access: { audience: 'staff', permission: 'case:read' },
  params: idParams('employeeId'),
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(CaseSummary) },
  refusals: ['not_found', 'invalid_cursor'],
})
