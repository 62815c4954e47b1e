import { z } from 'zod'
import { ViewColumn } from './case-views.ts'
import { queryList } from './primitives.ts'
import { defineRoute } from './route.ts'
import { CaseGroup, CaseSort, caseFilters } from './work-list.ts'

/** The kinds of file that a list can be taken away as. */
export const ExportFormat = z.enum(['csv', 'xlsx', 'xml', 'json'])
export type ExportFormat = z.infer<typeof ExportFormat>

export const exportCases = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/export',
  tag: 'Cases',
  summary: 'Export a list of cases',
  description:
    'All cases that the filters ask for, at most 100,000, in the order of the list and with the columns of a view, as CSV, XLSX, XML or JSON. Columns are headed in the language of the caller. Text that a spreadsheet would take for a formula is made harmless.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({
    ...caseFilters,
    sort: CaseSort.default('-lastActivityAt'),
    group: CaseGroup.optional(),
    columns: queryList(ViewColumn)
      .default(['number', 'subject', 'customer', 'status', 'priority', 'due', 'responsible', 'updated'])
      .meta({ description: 'In their order, separated by commas.', examples: ['number,subject,status'] }),
    format: ExportFormat.default('csv'),
  }),
  responses: { 200: null },
  produces: 'application/octet-stream',
  refusals: ['selection_refused', 'query_refused'],
  budget: 'search',
})
