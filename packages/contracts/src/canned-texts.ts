import { z } from 'zod'
import {
  Id,
  Language,
  Name,
  QueryBoolean,
  Reference,
  activeQuery,
  idParams,
  pageOf,
  pageQuery,
  searchQuery,
} from './primitives.ts'
import { caseParams } from './cases.ts'
import { defineRoute } from './route.ts'
import { LocalTexts, ShownTexts, TextScope, scopeFields } from './texts.ts'

const Shortcut = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u)
  .meta({ description: 'What is typed to find it: letters, digits, `-` and `_`.', examples: ['thanks'] })

export const CannedText = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Thank you'] }),
    shortcut: z.string().meta({ examples: ['thanks'] }),
    scope: TextScope,
    department: Reference.nullable(),
    owner: Reference.nullable().meta({ description: 'Of a private one.' }),
    texts: ShownTexts,
    isActive: z.boolean().meta({ examples: [true] }),
    can: z.object({ edit: z.boolean() }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'CannedText' })
export type CannedText = z.infer<typeof CannedText>

export const RenderedText = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Thank you'] }),
    shortcut: z.string().meta({ examples: ['thanks'] }),
    language: Language,
    body: z.string().meta({ description: 'Markdown.', examples: ['Dear Anna, thank you.'] }),
  })
  .meta({ id: 'RenderedText' })
export type RenderedText = z.infer<typeof RenderedText>

const cannedTextFields = { name: Name, shortcut: Shortcut, ...scopeFields, texts: LocalTexts }

export const listCannedTexts = defineRoute({
  method: 'GET',
  path: '/api/v1/canned-texts',
  tag: 'Texts',
  summary: 'List canned texts',
  description:
    'By name: everyone’s, those of the caller’s department and of the ones above it, and the caller’s own. Who may write shared texts sees those of every department.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({ ...pageQuery, ...searchQuery, ...activeQuery, scope: TextScope.optional() }),
  responses: { 200: pageOf(CannedText) },
  refusals: ['invalid_cursor'],
})

export const getCannedText = defineRoute({
  method: 'GET',
  path: '/api/v1/canned-texts/:cannedTextId',
  tag: 'Texts',
  summary: 'Read a canned text',
  description: 'With its text in each language.',
  access: { audience: 'staff', permission: 'case:read' },
  params: idParams('cannedTextId'),
  responses: { 200: CannedText },
  refusals: ['not_found'],
  etag: true,
})

export const createCannedText = defineRoute({
  method: 'POST',
  path: '/api/v1/canned-texts',
  tag: 'Texts',
  summary: 'Write a canned text',
  description:
    'A private one for the caller; a shared one needs the permission `texts:write`. The shortcut is unique within its scope.',
  access: { audience: 'staff', permission: 'case:write' },
  body: z.strictObject({ ...cannedTextFields, departmentId: scopeFields.departmentId.default(null) }),
  responses: { 201: CannedText },
  refusals: ['conflict', 'reference_refused', 'variable_unknown'],
})

export const updateCannedText = defineRoute({
  method: 'PATCH',
  path: '/api/v1/canned-texts/:cannedTextId',
  tag: 'Texts',
  summary: 'Change or retire a canned text',
  description: 'An inactive one is offered no more; rules that send it are refused until it is back.',
  access: { audience: 'staff', permission: 'case:write' },
  params: idParams('cannedTextId'),
  body: z.strictObject({ ...cannedTextFields, isActive: z.boolean() }).partial(),
  responses: { 200: CannedText },
  refusals: ['not_found', 'conflict', 'reference_refused', 'variable_unknown'],
  ifMatch: 'required',
  etag: true,
})

export const listCaseTexts = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/canned-texts',
  tag: 'Texts',
  summary: 'List canned texts for a case',
  description:
    'Filled in for this case, in the language of its contact, else of the customer; those whose shortcut begins with the search first, at most 50.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  query: z.strictObject({
    ...searchQuery,
    inOtherLanguage: QueryBoolean.optional().meta({ description: 'In the other language.', examples: [false] }),
  }),
  responses: { 200: z.object({ data: z.array(RenderedText) }) },
  refusals: ['not_found'],
})
