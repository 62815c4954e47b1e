import { z } from 'zod'
import { Reference } from './primitives.ts'
import { defineRoute } from './route.ts'

export const extranetListColleagues = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/colleagues',
  tag: 'Extranet: cases',
  summary: 'List one’s colleagues',
  description: 'The contacts of the own customer.',
  access: { audience: 'contact', permission: 'colleague:read' },
  responses: {
    200: z.object({
      data: z.array(
        Reference.extend({
          email: z.string().meta({ examples: ['anna@nordlys.example'] }),
          title: z.string().meta({ examples: ['Office manager'] }),
          isActive: z.boolean(),
        }),
      ),
    }),
  },
  refusals: [],
})
