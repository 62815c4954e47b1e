import { z } from 'zod'
import { CaseQueryText } from './case-query.ts'
import { CASE_VIEWS_MAX } from './limits.ts'
import { Id, Name, Reference, queryList } from './primitives.ts'
import { defineRoute } from './route.ts'
import { scopeFields } from './texts.ts'
import { CaseGroup, CaseSort } from './work-list.ts'

/** Views that come with the product: what they show is code, their names are the reader's language. */
export const ShippedView = z.enum([
  'inbox',
  'mine',
  'team',
  'waiting',
  'breaching',
  'unassigned',
  'snoozed',
  'following',
  'drafts',
  'active',
])
export type ShippedView = z.infer<typeof ShippedView>

/** The id of a saved view, or the name of a shipped one. */
export const ViewId = z.union([ShippedView, Id]).meta({ examples: ['inbox'] })
export type ViewId = z.infer<typeof ViewId>

export const ViewColumn = z
  .enum([
    'number',
    'subject',
    'customer',
    'contact',
    'status',
    'priority',
    'type',
    'department',
    'responsible',
    'due',
    'created',
    'updated',
    'tags',
    'estimate',
    'cover',
  ])
  .meta({ id: 'ViewColumn', examples: ['subject'] })
export type ViewColumn = z.infer<typeof ViewColumn>

const ViewColumns = z
  .array(ViewColumn)
  .min(1)
  .max(ViewColumn.options.length)
  .refine((columns) => new Set(columns).size === columns.length, 'Names a column twice.')
  .meta({ description: 'In their order.', examples: [['number', 'subject', 'status', 'due']] })

export const ViewIcon = z
  .enum([
    'list',
    'inbox',
    'star',
    'flag',
    'clock',
    'hourglass',
    'moon',
    'bolt',
    'eye',
    'pencil',
    'question',
    'user',
    'users',
    'building',
    'tag',
    'bug',
    'bell',
    'archive',
  ])
  .meta({ id: 'ViewIcon', examples: ['list'] })
export type ViewIcon = z.infer<typeof ViewIcon>

export const CaseView = z
  .object({
    id: ViewId,
    scope: z.enum(['shipped', ...scopeFields.scope.options]).meta({
      description: 'Whose it is: the product’s, everyone’s, a department’s with those below it, or its owner’s alone.',
      examples: ['private'],
    }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'Null for a shipped view, which the reader words.', examples: ['Printers of Nordlys'] }),
    icon: ViewIcon,
    department: Reference.nullable(),
    owner: Reference.nullable().meta({ description: 'Of a private one.' }),
    query: z.string().meta({
      description: 'With the names that things go by today; what is gone stands there by its id.',
      examples: ['status:open customer:"Nordlys Software"'],
    }),
    columns: z.array(ViewColumn).meta({ examples: [['number', 'subject', 'status', 'due']] }),
    sort: CaseSort,
    group: CaseGroup.nullable(),
    isPinned: z.boolean().meta({ description: 'By the caller: it stands in the navigation.', examples: [true] }),
    can: z.object({ edit: z.boolean() }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'CaseView' })
export type CaseView = z.infer<typeof CaseView>

const viewFields = {
  name: Name.meta({ examples: ['Printers of Nordlys'] }),
  ...scopeFields,
  icon: ViewIcon,
  query: CaseQueryText,
  columns: ViewColumns,
  sort: CaseSort,
  group: CaseGroup.nullable(),
}

const viewParams = z.strictObject({ viewId: Id })
const CaseViews = z.object({ data: z.array(CaseView) })

export const listCaseViews = defineRoute({
  method: 'GET',
  path: '/api/v1/case-views',
  tag: 'Cases',
  summary: 'List the views of the work list',
  description:
    'Those that come with the product, everyone’s, those of the caller’s department and of the ones above it, and the caller’s own, in the caller’s order.',
  access: { audience: 'staff', permission: 'case:read' },
  responses: { 200: CaseViews },
  refusals: [],
})

export const getCaseView = defineRoute({
  method: 'GET',
  path: '/api/v1/case-views/:viewId',
  tag: 'Cases',
  summary: 'Read a view',
  description: 'A saved one by its id, a shipped one by its name.',
  access: { audience: 'staff', permission: 'case:read' },
  params: z.strictObject({ viewId: ViewId }),
  responses: { 200: CaseView },
  refusals: ['not_found'],
  etag: true,
})

export const createCaseView = defineRoute({
  method: 'POST',
  path: '/api/v1/case-views',
  tag: 'Cases',
  summary: 'Save a view',
  description:
    'A private one for the caller, pinned; a shared one needs the permission `views:write`. Names in the query are kept as what they name: a renamed customer keeps its views.',
  access: { audience: 'staff', permission: 'case:read' },
  body: z
    .strictObject(viewFields)
    .partial()
    .required({ name: true, scope: true, query: true })
    .extend({
      departmentId: scopeFields.departmentId.default(null),
      icon: ViewIcon.default('list'),
      columns: ViewColumns.optional(),
      sort: CaseSort.default('-lastActivityAt'),
      group: CaseGroup.nullable().default(null),
    }),
  responses: { 201: CaseView },
  refusals: ['conflict', 'reference_refused', 'query_refused'],
})

export const updateCaseView = defineRoute({
  method: 'PATCH',
  path: '/api/v1/case-views/:viewId',
  tag: 'Cases',
  summary: 'Change a view',
  description: 'Its own by anybody, a shared one with the permission `views:write`.',
  access: { audience: 'staff', permission: 'case:read' },
  params: viewParams,
  body: z.strictObject(viewFields).partial(),
  responses: { 200: CaseView },
  refusals: ['not_found', 'conflict', 'reference_refused', 'query_refused'],
  ifMatch: 'required',
  etag: true,
})

export const removeCaseView = defineRoute({
  method: 'DELETE',
  path: '/api/v1/case-views/:viewId',
  tag: 'Cases',
  summary: 'Remove a view',
  description: 'For everybody who saw it.',
  access: { audience: 'staff', permission: 'case:read' },
  params: viewParams,
  responses: { 204: null },
  refusals: ['not_found'],
})

export const orderCaseViews = defineRoute({
  method: 'PUT',
  path: '/api/v1/case-view-order',
  tag: 'Cases',
  summary: 'Order and pin the views',
  description: 'For the caller alone. Views that are not named keep their order behind those that are.',
  access: { audience: 'staff', permission: 'case:read' },
  body: z.strictObject({
    views: z
      .array(z.strictObject({ id: ViewId, isPinned: z.boolean() }))
      .max(CASE_VIEWS_MAX)
      .refine((views) => new Set(views.map(({ id }) => id)).size === views.length, 'Names a view twice.'),
  }),
  responses: { 200: CaseViews },
  refusals: ['reference_refused'],
})

export const CaseViewCount = z
  .object({
    id: ViewId,
    count: z
      .int()
      .nullable()
      .meta({
        description: 'Stops at 100, which means a hundred or more; null: it could not be counted in time.',
        examples: [12],
      }),
  })
  .meta({ id: 'CaseViewCount' })
export type CaseViewCount = z.infer<typeof CaseViewCount>

export const getCaseViewCounts = defineRoute({
  method: 'GET',
  path: '/api/v1/case-view-counts',
  tag: 'Cases',
  summary: 'Count the cases of views',
  description: 'Each by itself: one that takes too long or cannot be asked any more says null and holds up no other.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({ ids: queryList(ViewId).meta({ examples: ['inbox,mine'] }) }),
  responses: { 200: z.object({ data: z.array(CaseViewCount) }) },
  refusals: [],
})
