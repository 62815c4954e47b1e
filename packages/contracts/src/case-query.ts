import { z } from 'zod'
import { QUERY_LENGTH_MAX } from './limits.ts'
import { Id, searchQuery, text } from './primitives.ts'
import { defineRoute } from './route.ts'

/** Text of the query language; what it means, and that it means something, the lists find out. */
export const CaseQueryText = text(QUERY_LENGTH_MAX).meta({
  id: 'CaseQueryText',
  description:
    'Terms separated by spaces, all of which hold: `key:value`, several values separated by commas as alternatives, `-` before what must not hold, `key:<value`, `key:>value` and `key:from..to` for moments and numbers, `(… or …)` for alternatives, quotes around what holds spaces; all else are words to look for. A name stands for what is called just so, else for all whose name has words that begin so. `me`, `mine`, `myteam` and relative days are the caller’s at that moment.',
  examples: ['status:open customer:"Nordlys Software" due:<2d -tag:spam'],
})

/** A value that can stand behind a key of the query language. */
export const CaseQueryValue = z
  .object({
    id: Id.nullable().meta({ description: 'Of what it names; null for a word of the language.' }),
    name: z.string().meta({ examples: ['Nordlys Software'] }),
    hint: z
      .string()
      .nullable()
      .meta({ description: 'What tells it from others of that name.', examples: ['#1001'] }),
    text: z.string().meta({ description: 'As it is written in a query.', examples: ['"Nordlys Software"'] }),
  })
  .meta({ id: 'CaseQueryValue' })
export type CaseQueryValue = z.infer<typeof CaseQueryValue>

export const listCaseQueryValues = defineRoute({
  method: 'GET',
  path: '/api/v1/case-query-values',
  tag: 'Cases',
  summary: 'Complete a value of a query',
  description:
    'What may stand behind a key and holds the term, at most 20; for the key `field` the keys of custom fields. A key whose values are not listed, such as a moment, has none.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({
    key: z
      .string()
      .min(1)
      .max(60)
      .meta({ examples: ['customer'] }),
    term: searchQuery.search,
  }),
  responses: { 200: z.object({ data: z.array(CaseQueryValue) }) },
  refusals: ['query_refused'],
})
