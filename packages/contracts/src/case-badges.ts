import { z } from 'zod'
import { Id, Instant, queryList } from './primitives.ts'
import { defineRoute } from './route.ts'

export const CaseBadge = z
  .object({
    caseId: Id,
    cover: z
      .enum(['covered', 'low', 'outside'])
      .nullable()
      .meta({
        description:
          'Work today is covered by what was prepaid, by what is nearly used up, or by nothing: it is charged or held. Null for those who may not read agreements, and for customers that prepay nothing.',
        examples: ['covered'],
      }),
    isFollowed: z.boolean().meta({ description: 'By the caller.', examples: [false] }),
    snoozedUntil: Instant.nullable().meta({ description: 'By the caller.', examples: [null] }),
    draft: z
      .enum(['own', 'shared'])
      .nullable()
      .meta({ description: 'Words of the caller, or shared ones, that are not sent.', examples: [null] }),
  })
  .meta({ id: 'CaseBadge' })
export type CaseBadge = z.infer<typeof CaseBadge>

export const listCaseBadges = defineRoute({
  method: 'GET',
  path: '/api/v1/case-badges',
  tag: 'Cases',
  summary: 'Read the badges of cases',
  description: 'What lists show of cases and ask for aside. A case that does not exist is left out.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({
    caseIds: queryList(Id).meta({ description: 'Several separated by commas, at most 50.' }),
  }),
  responses: { 200: z.object({ data: z.array(CaseBadge) }) },
  refusals: [],
})
