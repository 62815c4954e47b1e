import { z } from 'zod'
import { SIMILAR_CASES_MAX } from './limits.ts'
import {
  CaseReference,
  Id,
  Instant,
  QueryBoolean,
  Reference,
  idParams,
  pageQuery,
  queryInteger,
  queryList,
  searchQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { StatusReference } from './work-list.ts'

export const Highlighted = z
  .object({
    text: z.string().meta({ examples: ['Faktura 1042 mangler'] }),
    ranges: z
      .array(z.object({ from: z.int().meta({ examples: [0] }), to: z.int().meta({ examples: [7] }) }))
      .meta({ description: 'In order; they do not overlap.' }),
  })
  .meta({
    id: 'Highlighted',
    description:
      'Plain text, and where words that were meant stand in it, counted in UTF-16 units; `to` is behind them.',
  })
export type Highlighted = z.infer<typeof Highlighted>

export const FoundIn = z
  .enum([
    'number',
    'subject',
    'description',
    'reply',
    'note',
    'side',
    'file',
    'tag',
    'customer',
    'contact',
    'reference',
    'product',
    'resolution',
  ])
  .meta({ id: 'FoundIn', description: '`side`: in a conversation with third parties.', examples: ['reply'] })
export type FoundIn = z.infer<typeof FoundIn>

export const Excerpt = Highlighted.extend({
  in: FoundIn,
  itemId: Id.nullable().meta({
    description:
      'The item of the timeline that it is from: the message itself, or the one that a file came with. Null for what is none of it, such as a side conversation.',
  }),
  at: Instant.nullable(),
  by: z
    .string()
    .nullable()
    .meta({ description: 'Who wrote it.', examples: ['Anna Berg'] }),
}).meta({ id: 'Excerpt' })
export type Excerpt = z.infer<typeof Excerpt>

export const FoundCase = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [1042] }),
    subject: Highlighted,
    customer: Reference,
    contact: Reference.nullable(),
    status: StatusReference,
    responsible: Reference.nullable(),
    lastActivityAt: Instant,
    excerpts: z
      .array(Excerpt)
      .meta({ description: 'Where it was found besides the subject, the best first; at most three.' }),
  })
  .meta({ id: 'FoundCase' })
export type FoundCase = z.infer<typeof FoundCase>

export const FoundCustomer = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [17] }),
    name: Highlighted,
    city: z.string().meta({ examples: ['Aarhus'] }),
    isActive: z.boolean(),
  })
  .meta({ id: 'FoundCustomer' })
export type FoundCustomer = z.infer<typeof FoundCustomer>

export const FoundContact = z
  .object({
    id: Id,
    name: Highlighted,
    email: Highlighted,
    phone: z.string().meta({ examples: ['+45 12 34 56 78'] }),
    customer: Reference,
    isActive: z.boolean(),
  })
  .meta({ id: 'FoundContact' })
export type FoundContact = z.infer<typeof FoundContact>

export const SearchKind = z.enum(['case', 'customer', 'contact']).meta({ id: 'SearchKind', examples: ['case'] })
export type SearchKind = z.infer<typeof SearchKind>

export const SearchAnswer = z
  .object({
    order: z.enum(['relevance', 'recency']).meta({
      description: 'How the cases are sorted: few by how well they fit, many by their latest activity.',
      examples: ['relevance'],
    }),
    corrections: z
      .array(
        z.object({
          typed: z.string().meta({ examples: ['fakutra'] }),
          words: z.array(z.string()).meta({ examples: [['faktura']] }),
        }),
      )
      .meta({
        description:
          'Words that stand nowhere or next to nowhere as they were typed, and those that were looked for as well; each of them may go on.',
      }),
    cases: z.array(FoundCase),
    customers: z
      .array(FoundCustomer)
      .meta({ description: 'With the first page only: the best, at most `limit` and 20.' }),
    contacts: z
      .array(FoundContact)
      .meta({ description: 'With the first page only: the best, at most `limit` and 20.' }),
    page: z.object({
      after: z.string().nullable(),
      hasMore: z.boolean(),
      total: z
        .int()
        .nullable()
        .meta({ description: 'How many cases there are; null: too many to be counted at once.', examples: [12] }),
    }),
  })
  .meta({ id: 'SearchAnswer' })
export type SearchAnswer = z.infer<typeof SearchAnswer>

export const search = defineRoute({
  method: 'GET',
  path: '/api/v1/search',
  tag: 'Search',
  summary: 'Search everything',
  description:
    'Cases by number, subject, messages, notes, conversations with third parties, file names, tags, customer and contact; customers and contacts. All words have to be there, anywhere in the case; `"words in quotes"` stand side by side, and `-word` must not be there. Accents, case and one or two wrong letters do not matter; parts of words and words that are only begun are found, also where these are mistyped. What the caller may not read is left out.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({
    limit: pageQuery.limit,
    after: pageQuery.after,
    q: searchQuery.search.unwrap(),
    kinds: queryList(SearchKind)
      .optional()
      .meta({ description: 'All of them unless told, separated by commas.', examples: ['case,customer'] }),
    isActive: QueryBoolean.optional().meta({ description: 'Only active, or only ended cases.', examples: ['true'] }),
    customerId: Id.optional().meta({ description: 'Cases and contacts of that customer.' }),
    department: z
      .union([Id, z.literal('mine')])
      .optional()
      .meta({ description: 'Cases of a department with all below it; `mine` is the caller’s.', examples: ['mine'] }),
    updatedSince: Instant.optional().meta({ description: 'Cases with activity since then.' }),
  }),
  responses: { 200: SearchAnswer },
  refusals: ['invalid_cursor'],
  budget: 'search',
})

export const SimilarCase = CaseReference.extend({
  customer: Reference,
  status: StatusReference,
  solvedAt: Instant.nullable(),
  solution: z.string().meta({
    description: 'What solved it, or the beginning of the last public message; plain text.',
    examples: ['The printer driver was replaced.'],
  }),
  words: z
    .array(z.string())
    .meta({ description: 'Telling words that both have, the rarest first.', examples: [['printer', '0x97']] }),
}).meta({ id: 'SimilarCase' })
export type SimilarCase = z.infer<typeof SimilarCase>

export const listSimilarCases = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/similar',
  tag: 'Search',
  summary: 'List similar cases',
  description:
    'Cases that share rare words of subject and description with this one, the most alike first. Cases of the same customer, type and product come before others; solved ones before open ones.',
  access: { audience: 'staff', permission: 'case:read' },
  params: idParams('caseId'),
  query: z.strictObject({
    limit: queryInteger(1, SIMILAR_CASES_MAX)
      .default(5)
      .meta({ description: 'How many at most.', examples: [5] }),
  }),
  responses: { 200: z.object({ data: z.array(SimilarCase) }) },
  refusals: ['not_found'],
  budget: 'search',
})
