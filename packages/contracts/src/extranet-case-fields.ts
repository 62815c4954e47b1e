import { z } from 'zod'
import { FieldValues } from './custom-fields.ts'
import { ExtranetCase } from './extranet-cases.ts'
import { idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

export const extranetUpdateFields = defineRoute({
  method: 'PATCH',
  path: '/api/extranet/v1/cases/:caseId/fields',
  tag: 'Extranet: cases',
  summary: 'Fill in custom fields',
  description: 'Those that contacts may fill in; null clears one. An ended case keeps what it has.',
  access: { audience: 'contact', permission: 'case:write' },
  params: idParams('caseId'),
  body: z.strictObject({ fields: FieldValues }),
  responses: { 200: ExtranetCase },
  refusals: ['not_found', 'case_closed', 'field_required', 'field_refused'],
  ifMatch: 'optional',
  etag: true,
})
